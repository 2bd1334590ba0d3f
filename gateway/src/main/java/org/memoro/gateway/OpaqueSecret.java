package org.memoro.gateway;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A random text that says nothing; whoever keeps it stores its hash only. */
public record OpaqueSecret(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one of this many random bits. */
    public static OpaqueSecret ofBits(int bits) {
        byte[] bytes = new byte[bits / 8];
        RANDOM.nextBytes(bytes);
        return new OpaqueSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Enough for random texts: no one can go through 2^128 of them, so no slow password hash is needed. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another secret that only the holder of this one can name, and from which this one cannot be found. */
    public OpaqueSecret derive(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] bytes = mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
            return new OpaqueSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Compares without telling by its duration how much was right. */
    public boolean matches(String candidate) {
        return MessageDigest.isEqual(hash(), new OpaqueSecret(candidate).hash());
    }

    @Override
    public String toString() {
        return "OpaqueSecret[hidden]";
    }
}
