package org.memoro.search.document;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.memoro.search.document.NoteDocument.Person;

/** A note as the index has it before a change. */
record KeptNote(
        long version,
        boolean deleted,
        String notes,
        @Nullable LocalDate occurredOn,
        @Nullable String threadKey,
        @Nullable Instant threadAt,
        @Nullable Instant createdAt,
        List<String> lexemes,
        List<Person> people) {
    private static final long NEVER = -1;

    /** A note that the index has never heard of. */
    static final KeptNote NONE = new KeptNote(NEVER, true, "", null, null, null, null, List.of(), List.of());

    KeptNote {
        lexemes = List.copyOf(lexemes);
        people = List.copyOf(people);
    }

    static KeptNote of(Readable row) {
        UUID[] ids = Objects.requireNonNull(row.get("contact_ids", UUID[].class));
        String[] names = Objects.requireNonNull(row.get("names", String[].class));
        return new KeptNote(
                Objects.requireNonNull(row.get("version", Long.class)),
                Boolean.TRUE.equals(row.get("deleted", Boolean.class)),
                Objects.requireNonNull(row.get("notes", String.class)),
                row.get("occurred_on", LocalDate.class),
                row.get("thread_key", String.class),
                row.get("thread_at", Instant.class),
                row.get("created_at", Instant.class),
                List.of(Objects.requireNonNull(row.get("lexemes", String[].class))),
                IntStream.range(0, ids.length)
                        .mapToObj(i -> new Person(ids[i], names[i]))
                        .toList());
    }

    boolean isOlderThan(NoteDocument note) {
        return version != NEVER && version < note.version();
    }

    /** Whether it has the words, the people and the place that it has already: then nothing found by them changes. */
    boolean says(NoteDocument note) {
        return !deleted
                && notes.equals(note.notes())
                && people.equals(note.people())
                && Objects.equals(occurredOn, note.occurredOn())
                && !leavesItsPlace(note);
    }

    /** Whether another note follows another one once this is done. */
    boolean leavesItsPlace(NoteDocument note) {
        return !Objects.equals(threadKey, note.threadKey())
                || !isSame(threadAt, note.threadAt())
                || !isSame(createdAt, note.createdAt());
    }

    /** A database keeps microseconds. */
    private static boolean isSame(@Nullable Instant kept, Instant told) {
        return told.truncatedTo(ChronoUnit.MICROS).equals(kept);
    }
}
