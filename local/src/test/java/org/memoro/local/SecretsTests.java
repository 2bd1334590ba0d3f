package org.memoro.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {
    @TempDir
    Path folder;

    @Test
    void makesASecretOnceAndKeepsItOverARestart() {
        String first = secrets().password("one");

        assertThat(secrets().password("one")).isEqualTo(first);
        assertThat(secrets().password("two")).isNotEqualTo(first);
    }

    @Test
    void letsNobodyElseReadThem() throws IOException {
        secrets().password("one");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void makesASigningKeyThatTheGatewayCanRead() throws ParseException {
        assertThat(ECKey.parse(secrets().signingKey("key")).isPrivate()).isTrue();
    }

    private Secrets secrets() {
        return new Secrets(folder.resolve("secrets.properties"));
    }
}
