package org.memoro.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.memoro.problems.HttpProblem;
import org.memoro.problems.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** An opaque place in a sorted list: the sort keys of the last row that was seen. */
public final class Cursor {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST = 2_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final List<String> keys;

    private Cursor(List<String> keys) {
        this.keys = keys;
    }

    /** The cursor that continues after a row with these sort keys. */
    public static String encode(Object... keys) {
        List<String> texts = Arrays.stream(keys).map(String::valueOf).toList();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(JSON.writeValueAsString(texts).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads what {@link #encode} wrote; no cursor is the start of the list.
     *
     * @throws ProblemException 400 {@code malformed} for anything else
     */
    public static Cursor decode(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return new Cursor(List.of());
        }
        if (cursor.length() > LONGEST) {
            throw malformed();
        }
        try {
            String json = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            String[] keys = JSON.readValue(json, String[].class);
            if (keys == null || keys.length == 0 || Arrays.stream(keys).anyMatch(Cursor::isNoKey)) {
                throw malformed();
            }
            return new Cursor(List.of(keys));
        } catch (IllegalArgumentException | JacksonException e) {
            throw malformed();
        }
    }

    /** PostgreSQL keeps no NUL, so no row has one. */
    private static boolean isNoKey(@Nullable String key) {
        return key == null || key.indexOf('\0') >= 0;
    }

    /** Whether the list is read from its start. */
    public boolean isStart() {
        return keys.isEmpty();
    }

    /** The sort key at a position, as text. */
    public String text(int position) {
        return read(position, Function.identity());
    }

    /** The sort key at a position, as an id. */
    public UUID uuid(int position) {
        return read(position, UUID::fromString);
    }

    /** The sort key at a position, as a calendar date. */
    public LocalDate date(int position) {
        return read(position, text -> kept(LocalDate.parse(text)));
    }

    /** The sort key at a position, as an instant. */
    public Instant instant(int position) {
        return read(position, text -> {
            Instant instant = Instant.parse(text);
            kept(instant.atZone(ZoneOffset.UTC).toLocalDate());
            return instant;
        });
    }

    /** The sort key at a position, as a number. */
    public double number(int position) {
        return read(position, Double::parseDouble);
    }

    /** No row has another day, and nothing far beyond can be asked of PostgreSQL. */
    private static LocalDate kept(LocalDate day) {
        if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
            throw malformed();
        }
        return day;
    }

    private <T> T read(int position, Function<String, T> parse) {
        if (position >= keys.size()) {
            throw malformed();
        }
        try {
            return parse.apply(keys.get(position));
        } catch (RuntimeException e) {
            throw malformed();
        }
    }

    private static ProblemException malformed() {
        return ProblemException.of(HttpProblem.MALFORMED, "The cursor is not one of ours for this list.");
    }
}
