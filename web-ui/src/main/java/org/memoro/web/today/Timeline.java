package org.memoro.web.today;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.memoro.web.layout.DayWords;
import org.memoro.web.note.NoteCard;

/** Notes by day, newest first, and the way to older ones. */
public record Timeline(List<Day> days, @Nullable String olderUrl) {

    /** The notes of one day; a day that began on the page before has no heading of its own. */
    public record Day(LocalDate date, String heading, String headingDate, List<NoteCard> notes) {}

    static Timeline of(DayWords words, List<NoteCard> notes, @Nullable LocalDate after, @Nullable String olderUrl) {
        List<Day> days = notes.stream()
                .collect(Collectors.groupingBy(NoteCard::day, java.util.LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(day -> day.getKey().equals(after)
                        ? new Day(day.getKey(), "", "", day.getValue())
                        : new Day(
                                day.getKey(),
                                words.heading(day.getKey()),
                                words.headingDate(day.getKey()),
                                day.getValue()))
                .toList();
        return new Timeline(days, olderUrl);
    }

    public List<NoteCard> of(LocalDate date) {
        return days.stream()
                .filter(day -> day.date().equals(date))
                .flatMap(day -> day.notes().stream())
                .toList();
    }

    public List<Day> except(LocalDate date) {
        return days.stream().filter(day -> !day.date().equals(date)).toList();
    }

    /** The notes whose understanding the page waits for. */
    public String pending() {
        return days.stream()
                .flatMap(day -> day.notes().stream())
                .filter(note -> note.state() == NoteCard.State.UNDERSTANDING)
                .map(note -> note.id().toString())
                .collect(Collectors.joining(","));
    }

    public boolean isEmpty() {
        return days.isEmpty();
    }
}
