package org.memoro.search.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.api.Cursor;
import org.memoro.api.Limits;
import org.memoro.problems.FieldProblems;
import org.memoro.problems.HttpProblem;
import org.memoro.problems.ProblemException;

/**
 * A checked question.
 *
 * @param type only results of this type, or null for all
 */
record SearchRequest(String text, SearchMode mode, @Nullable ResultType type, Filter filter, int limit, Place after) {
    private static final int LONGEST = 1_000;
    private static final int USUAL_LIMIT = 10;

    /** After which result of the same question the answer begins; null is its start. */
    record Place(@Nullable UUID id, int position) {
        static final Place START = new Place(null, 0);
    }

    static SearchRequest of(
            @Nullable String text,
            @Nullable String mode,
            @Nullable String type,
            Filter filter,
            @Nullable Integer limit,
            @Nullable String cursor) {
        String question = text == null ? "" : text.strip();
        new FieldProblems()
                .check(!question.isEmpty(), "?q", "must not be empty.")
                .check(
                        question.codePointCount(0, question.length()) <= LONGEST,
                        "?q",
                        "must not be longer than " + LONGEST + " characters.")
                .check(question.indexOf('\0') < 0, "?q", "must not hold a NUL character.")
                .check(filter.tag() == null || filter.tag().indexOf('\0') < 0, "?tag", "must not hold a NUL character.")
                .check(isInOrder(filter), "?from", "must not be after 'to'.")
                .throwIfAny();
        SearchRequest request = new SearchRequest(
                question,
                mode == null ? SearchMode.HYBRID : choose(SearchMode.class, "mode", mode),
                type == null ? null : choose(ResultType.class, "type", type),
                filter,
                Limits.of(limit, USUAL_LIMIT),
                Place.START);
        return request.from(Cursor.decode(cursor));
    }

    boolean wants(ResultType wanted) {
        return type == null || type == wanted;
    }

    /** The cursor that goes on after a result. */
    String cursorAfter(UUID id, int position) {
        return Cursor.encode(fingerprint(), id, position);
    }

    private SearchRequest from(Cursor cursor) {
        if (cursor.isStart()) {
            return this;
        }
        if (!cursor.text(0).equals(fingerprint())) {
            throw ProblemException.of(HttpProblem.MALFORMED, "The cursor belongs to another search.");
        }
        Place place = new Place(cursor.uuid(1), (int) cursor.number(2));
        return new SearchRequest(text, mode, type, filter, limit, place);
    }

    /** Binds a cursor to its question; the number of results per page may change on the way. */
    private String fingerprint() {
        return Integer.toHexString(Arrays.deepHashCode(
                new @Nullable Object[] {text, mode.name(), type == null ? null : type.name(), filter}));
    }

    private static boolean isInOrder(Filter filter) {
        return filter.from() == null || filter.to() == null || !filter.from().isAfter(filter.to());
    }

    private static <T extends Enum<T>> T choose(Class<T> kind, String parameter, String word) {
        return Arrays.stream(kind.getEnumConstants())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        HttpProblem.MALFORMED, "The parameter '" + parameter + "' has no such value."));
    }
}
