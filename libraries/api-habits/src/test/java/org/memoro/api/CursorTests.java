package org.memoro.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.memoro.problems.ProblemException;

/** Tests for {@link Cursor}. */
class CursorTests {

    @Test
    void readsWhatItWrote() {
        UUID id = UUID.randomUUID();
        Instant at = Instant.parse("2026-05-12T18:30:00.123456Z");
        Cursor cursor = Cursor.decode(Cursor.encode(LocalDate.of(2026, 5, 12), at, id, "Ångström, \"Ada\"", 0.25));

        assertThat(cursor.isStart()).isFalse();
        assertThat(cursor.date(0)).isEqualTo(LocalDate.of(2026, 5, 12));
        assertThat(cursor.instant(1)).isEqualTo(at);
        assertThat(cursor.uuid(2)).isEqualTo(id);
        assertThat(cursor.text(3)).isEqualTo("Ångström, \"Ada\"");
        assertThat(cursor.number(4)).isEqualTo(0.25);
    }

    @Test
    void startsTheListWithoutACursor() {
        assertThat(Cursor.decode(null).isStart()).isTrue();
        assertThat(Cursor.decode("").isStart()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "e30", "W10", "bnVsbA", "WzEsbnVsbF0", "AAAA", "WyJhXHUwMDAwYiJd"})
    void refusesWhatIsNoCursor(String text) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Cursor.decode(text));
    }

    @Test
    void refusesACursorOfAnotherList() {
        Cursor cursor = Cursor.decode(Cursor.encode("a name"));

        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> cursor.uuid(0));
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> cursor.text(1));
    }

    @Test
    void refusesTimesThatNoRowHas() {
        Cursor cursor = Cursor.decode(Cursor.encode("+294277-01-01", "+294277-01-01T00:00:00Z"));

        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> cursor.date(0));
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> cursor.instant(1));
    }

    @Test
    void refusesAnEndlessCursor() {
        String endless = Base64.getUrlEncoder().encodeToString(new byte[100_000]);

        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Cursor.decode(endless));
    }
}
