package org.memoro.interactions.interaction;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.memoro.problems.FieldProblems;

/** What a note must be to be kept; tells everything that is wrong with it at once. */
final class NoteRules {
    private static final int LONGEST_NOTE = 20_000;
    private static final int LONGEST_LOCATION = 500;
    private static final int LONGEST_THREAD = 128;
    private static final int MOST_CONTACTS = 100;
    private static final Instant EARLIEST = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");

    private final FieldProblems problems = new FieldProblems();

    private NoteRules() {}

    /** The note's content; the writing time counts when the request names none. */
    static NoteContent content(NoteRequest request, Instant writtenAt, ZoneId zone) {
        NoteRules rules = new NoteRules();
        NoteContent content = rules.read(request, writtenAt, zone);
        rules.problems.throwIfAny();
        return content;
    }

    /** The contacts' ids, in the order given. */
    static List<UUID> contactIds(List<@Nullable String> texts) {
        NoteRules rules = new NoteRules();
        List<UUID> ids = rules.readContactIds(texts);
        rules.problems.throwIfAny();
        return ids;
    }

    private NoteContent read(NoteRequest request, Instant defaultWrittenAt, ZoneId zone) {
        String notes = request.notes() == null ? "" : request.notes();
        problems.check(!notes.isBlank(), "/notes", "must not be empty.");
        checkText(notes, LONGEST_NOTE, "/notes");
        checkText(request.threadId(), LONGEST_THREAD, "/threadId");
        checkText(request.location(), LONGEST_LOCATION, "/location");
        readContactIds(request.contacts());
        LocalDate typed = readDate(request.occurredOn());
        Instant occurredAt = readInstant(request.occurredAt(), "/occurredAt");
        Instant typedWrittenAt = readInstant(request.writtenAt(), "/writtenAt");
        Instant writtenAt = typedWrittenAt == null ? defaultWrittenAt : typedWrittenAt;
        String location = blankToNull(request.location());
        return new NoteContent(
                notes,
                day(typed, occurredAt, writtenAt, zone),
                typed == null && occurredAt == null ? OccurredOnSource.DEFAULT : OccurredOnSource.TYPED,
                occurredAt,
                writtenAt,
                zone,
                location,
                location == null ? null : LocationSource.TYPED,
                blankToNull(request.threadId()));
    }

    /** A typed time of day says the day as well. */
    private static LocalDate day(
            @Nullable LocalDate typed, @Nullable Instant occurredAt, Instant writtenAt, ZoneId zone) {
        return typed != null
                ? typed
                : (occurredAt == null ? writtenAt : occurredAt).atZone(zone).toLocalDate();
    }

    private List<UUID> readContactIds(List<@Nullable String> texts) {
        problems.check(texts.size() <= MOST_CONTACTS, "/contactIds", "must be at most " + MOST_CONTACTS + ".");
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            UUID id = read(texts.get(i), "/contactIds/" + i, "is none of your contacts.", UUID::fromString);
            if (id != null) {
                ids.add(id);
            } else {
                problems.check(texts.get(i) != null, "/contactIds/" + i, "is none of your contacts.");
            }
        }
        return List.copyOf(ids);
    }

    private @Nullable LocalDate readDate(@Nullable String text) {
        LocalDate date = read(text, "/occurredOn", "must be a date such as 2026-05-12.", LocalDate::parse);
        if (date != null) {
            problems.check(
                    date.getYear() >= 1 && date.getYear() <= 9999, "/occurredOn", "must be in the years 1 to 9999.");
        }
        return date;
    }

    private @Nullable Instant readInstant(@Nullable String text, String pointer) {
        Instant instant = read(text, pointer, "must be a time such as 2026-05-12T18:30:00Z.", Instant::parse);
        if (instant == null) {
            return null;
        }
        boolean countable = !instant.isBefore(EARLIEST) && instant.isBefore(LATEST);
        problems.check(countable, pointer, "must be in the years 1 to 9999.");
        return countable ? instant.truncatedTo(ChronoUnit.MICROS) : null; // the last of all instants has no day
    }

    private <T> @Nullable T read(@Nullable String text, String pointer, String otherwise, Function<String, T> parse) {
        if (text == null) {
            return null;
        }
        try {
            return parse.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            problems.check(false, pointer, otherwise);
            return null;
        }
    }

    private void checkText(@Nullable String text, int longest, String pointer) {
        if (text != null) {
            problems.check(text.length() <= longest, pointer, "must be at most " + longest + " characters.");
            problems.check(text.indexOf('\0') < 0, pointer, "must not contain NUL characters.");
            problems.check(isWhole(text), pointer, "contains half a character.");
        }
    }

    /** Half of a surrogate pair is no character, and UTF-8 cannot keep it. */
    private static boolean isWhole(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
