package org.memoro.embedding;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A SHA-256 over everything that shaped a result, so that an equal input can be told from a similar one. */
public final class InputHash {
    private final MessageDigest digest;

    private InputHash() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Begins a hash. */
    public static InputHash begin() {
        return new InputHash();
    }

    /** Adds one part; its length goes in first, so that "ab" + "c" is not "a" + "bc". */
    public InputHash with(String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
        return this;
    }

    /** The hash of all parts so far; ends this one. */
    public byte[] value() {
        return digest.digest();
    }
}
