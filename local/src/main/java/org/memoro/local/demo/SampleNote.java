package org.memoro.local.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * One note of the sample year, told relative to the day on which the year is filled in.
 *
 * @param key names it for ever, so that filling in twice writes it once
 * @param daysAgo how long ago it was written
 * @param hour of that day
 * @param text in which {@code {month:+2}} stands for the name of the month two months after the note
 */
record SampleNote(String key, int daysAgo, int hour, String text) {
    private static final Pattern MONTH = Pattern.compile("\\{month:\\+(\\d+)}");

    /** The whole year, oldest first. */
    static List<SampleNote> all() {
        JsonMapper json = JsonMapper.shared();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SampleNote.class.getResourceAsStream("/demo/notes.jsonl")),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> json.readValue(line, SampleNote.class))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Instant writtenAt(LocalDate today, ZoneId zone) {
        return day(today).atTime(LocalTime.of(hour, 0)).atZone(zone).toInstant();
    }

    String text(LocalDate today) {
        return MONTH.matcher(text).replaceAll(found -> day(today)
                .plusMonths(Long.parseLong(found.group(1)))
                .getMonth()
                .getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    }

    private LocalDate day(LocalDate today) {
        return today.minusDays(daysAgo);
    }
}
