package org.memoro.logs;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Names an account in the log: the first 64 bits of HMAC-SHA-256 of its id, which lead back to it only with the key.
 */
public final class AccountHash {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LENGTH = 8;
    private static final int SHORTEST_KEY = 32;

    private final SecretKeySpec key;

    private AccountHash(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** With the key that all services share, so that their entries can be put side by side. */
    public static AccountHash with(String key) {
        if (key.length() < SHORTEST_KEY) {
            throw new IllegalArgumentException(
                    "memoro.logs.account-key needs at least %d random characters".formatted(SHORTEST_KEY));
        }
        return new AccountHash(key.getBytes(StandardCharsets.UTF_8));
    }

    /** With a key that only this process has and forgets when it ends. */
    public static AccountHash ofThisProcess() {
        return OfThisProcess.HASH;
    }

    /** Sixteen hexadecimal digits. */
    public String of(UUID account) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hash = mac.doFinal(account.toString().getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, LENGTH));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** Made at the first use, which says so. */
    private static final class OfThisProcess {
        private static final Logger log = LoggerFactory.getLogger(AccountHash.class);
        private static final AccountHash HASH = make();

        private static AccountHash make() {
            log.info("Log entries name accounts with a key of this process; several processes need a common one"
                    + " (memoro.logs.account-key)");
            byte[] key = new byte[32];
            new SecureRandom().nextBytes(key);
            return new AccountHash(key);
        }
    }
}
