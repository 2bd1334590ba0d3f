package org.memoro.local;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.function.Supplier;

/** Random secrets that are made once and kept, so that sessions and passwords survive a restart. */
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Properties kept = new Properties();

    Secrets(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A password or shared secret, safe in any header, URL or shell. */
    String password(String name) {
        return keep(name, () -> Base64.getUrlEncoder().withoutPadding().encodeToString(randomBytes()));
    }

    /** A 256-bit key in Base64. */
    String key(String name) {
        return keep(name, () -> Base64.getEncoder().encodeToString(randomBytes()));
    }

    /** A private P-256 key as JSON Web Key. */
    String signingKey(String name) {
        return keep(name, Secrets::newSigningKey);
    }

    private synchronized String keep(String name, Supplier<String> make) {
        String value = kept.getProperty(name);
        if (value == null) {
            value = make.get();
            kept.setProperty(name, value);
            save();
        }
        return value;
    }

    private void save() {
        try {
            Path fresh = OwnersFile.create(file.resolveSibling(file.getFileName() + ".new"));
            try (Writer writer = Files.newBufferedWriter(fresh)) {
                kept.store(writer, "Made by Memoro; whoever reads this can read the notes.");
            }
            OwnersFile.replace(fresh, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] randomBytes() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static String newSigningKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyIDFromThumbprint(true)
                    .generate()
                    .toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
