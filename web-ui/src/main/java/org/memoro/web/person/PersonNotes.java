package org.memoro.web.person;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.memoro.web.layout.DayWords;
import org.memoro.web.note.NoteCard;
import org.springframework.web.util.UriComponentsBuilder;

/** The notes about one person by month, newest first, and the way to older ones. */
public record PersonNotes(List<Month> months, @Nullable String olderUrl) {

    /** The notes of one month; a month that began on the page before has no heading of its own. */
    public record Month(String id, String heading, List<NoteCard> notes) {}

    static PersonNotes of(
            UUID person, List<NoteCard> notes, @Nullable String nextCursor, @Nullable String after, DayWords days) {
        List<Month> months = notes.stream()
                .collect(Collectors.groupingBy(note -> days.month(note.day()), LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(month -> new Month(
                        month.getKey().replace(' ', '-'),
                        month.getKey().equals(after) ? "" : month.getKey(),
                        month.getValue()))
                .toList();
        String last = notes.isEmpty() ? "" : days.month(notes.getLast().day());
        return new PersonNotes(months, older(person, nextCursor, last));
    }

    public String pending() {
        return months.stream()
                .flatMap(month -> month.notes().stream())
                .filter(note -> note.state() == NoteCard.State.UNDERSTANDING)
                .map(note -> note.id().toString())
                .collect(Collectors.joining(","));
    }

    public boolean isEmpty() {
        return months.isEmpty();
    }

    private static @Nullable String older(UUID person, @Nullable String nextCursor, String after) {
        if (nextCursor == null) {
            return null;
        }
        return UriComponentsBuilder.fromPath("/people/{id}")
                .queryParam("cursor", "{cursor}")
                .queryParam("after", "{after}")
                .encode()
                .buildAndExpand(person, nextCursor, after)
                .toUriString();
    }
}
