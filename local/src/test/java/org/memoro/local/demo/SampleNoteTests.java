package org.memoro.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleNoteTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @Test
    void coversAYearAndEndsBeforeToday() {
        List<SampleNote> notes = SampleNote.all();

        assertThat(notes).hasSizeGreaterThanOrEqualTo(60).allMatch(note -> note.daysAgo() > 0 && note.daysAgo() <= 365);
        assertThat(notes).extracting(SampleNote::key).doesNotHaveDuplicates();
    }

    @Test
    void namesMonthsFromTheDayOfTheNote() {
        SampleNote note = new SampleNote("k", 10, 9, "The wedding is in {month:+2}.");

        assertThat(note.text(TODAY)).isEqualTo("The wedding is in January.");
    }

    @Test
    void wasWrittenInTheZoneOfTheAccount() {
        SampleNote note = new SampleNote("k", 1, 20, "…");

        assertThat(note.writtenAt(TODAY, ZoneId.of("Europe/Vienna"))).isEqualTo(Instant.parse("2026-11-19T19:00:00Z"));
    }

    @Test
    void leavesNoPlaceholderBehind() {
        assertThat(SampleNote.all()).noneMatch(note -> note.text(TODAY).contains("{"));
    }
}
