package org.memoro.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.memoro.local.StartFailure;

class NamedServerTests {

    @ParameterizedTest
    @CsvSource({
        "postgresql://ada:s%40fe@db.example:5433/notes, jdbc:postgresql://db.example:5433/notes?user=ada&password=s%40fe",
        "postgres://ada@db.example/notes, jdbc:postgresql://db.example/notes?user=ada",
        "postgresql://ada:x@db.example/notes?ssl=true, jdbc:postgresql://db.example/notes?user=ada&password=x&ssl=true",
        "jdbc:postgresql://db.example/notes?user=ada, jdbc:postgresql://db.example/notes?user=ada"
    })
    void readsBothSpellings(String named, String jdbc) {
        NamedServer server = NamedServer.of(named);

        assertThat(server.url()).isEqualTo(jdbc);
        assertThat(server.database()).isEqualTo("notes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql://db/x", "postgresql://db", "postgresql:///notes", "db.example", "post gres"})
    void saysHowTheAddressShouldLook(String named) {
        assertThatThrownBy(() -> NamedServer.of(named))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("postgresql://superuser:password@host:5432/database");
    }

    @Test
    void neverShowsThePassword() {
        assertThat(NamedServer.of("postgresql://ada:secret@db.example/notes").toString())
                .doesNotContain("secret");
    }
}
