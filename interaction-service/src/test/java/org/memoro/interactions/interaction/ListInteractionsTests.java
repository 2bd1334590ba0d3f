package org.memoro.interactions.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.memoro.interactions.Problems.expectInvalid;
import static org.memoro.interactions.Problems.expectProblem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.memoro.interactions.Author;
import org.memoro.interactions.RunningService;
import tools.jackson.databind.JsonNode;

class ListInteractionsTests {
    private final RunningService service = RunningService.shared();
    private final Author author = Author.of(service);

    @Test
    void showsTheNewestDayFirstAndThenTheNewestWritten() {
        author.writes("first of the 2nd", Map.of("occurredOn", "2026-05-02"));
        author.writes("on the 3rd", Map.of("occurredOn", "2026-05-03"));
        author.writes("second of the 2nd", Map.of("occurredOn", "2026-05-02"));

        assertThat(texts("")).containsExactly("on the 3rd", "second of the 2nd", "first of the 2nd");
    }

    @Test
    void goesOnWhereTheLastPageEnded() {
        List<String> written = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            written.addFirst("note " + i);
            author.writes("note " + i, Map.of("occurredOn", "2026-05-0" + (1 + i / 3)));
        }

        List<String> read = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = author.lists("?limit=3" + cursor);
            page.get("items").forEach(note -> read.add(note.get("notes").asString()));
            cursor = page.get("nextCursor").isNull()
                    ? null
                    : "&cursor=" + page.get("nextCursor").asString();
        } while (cursor != null);

        assertThat(read).isEqualTo(written);
    }

    @Test
    void showsTheDaysAskedForOnly() {
        author.writes("april", Map.of("occurredOn", "2026-04-30"));
        author.writes("may", Map.of("occurredOn", "2026-05-01"));
        author.writes("june", Map.of("occurredOn", "2026-06-01"));

        assertThat(texts("?from=2026-05-01&to=2026-05-31")).containsExactly("may");
        assertThat(texts("?from=2026-05-01")).containsExactly("june", "may");
        assertThat(texts("?from=2026-06-01&to=2026-05-01")).isEmpty();
    }

    @Test
    void showsTheNotesOfOneContact() {
        UUID anna = author.knows("Anna");
        UUID ben = author.knows("Ben");
        author.writes("with Anna", Map.of("contactIds", new UUID[] {anna}, "occurredOn", "2026-05-01"));
        author.writes("with both", Map.of("contactIds", new UUID[] {ben, anna}, "occurredOn", "2026-05-02"));
        author.writes("alone");

        assertThat(texts("?contactId=" + anna)).containsExactly("with both", "with Anna");
        assertThat(texts("?contactId=" + ben)).containsExactly("with both");
        assertThat(texts("?contactId=" + UUID.randomUUID())).isEmpty();
    }

    @Test
    void showsNobodyElsesNotes() {
        Author other = Author.of(service);
        UUID anna = other.knows("Anna");
        other.writes("private", Map.of("contactIds", new UUID[] {anna}));

        assertThat(texts("")).isEmpty();
        assertThat(texts("?contactId=" + anna)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"cursor=nonsense", "contactId=anna", "from=2026-02-30", "to=may", "limit=many"})
    void isRefusedWhenAParameterCannotBeRead(String query) {
        expectProblem(author.client().get().uri(Author.NOTES + "?" + query).exchange(), 400, "malformed");
    }

    @ParameterizedTest
    @CsvSource({"0", "201", "-1"})
    void isRefusedWhenTheLimitIsOutside(int limit) {
        expectInvalid(
                author.client().get().uri(Author.NOTES + "?limit=" + limit).exchange(), "?limit");
    }

    @ParameterizedTest
    @CsvSource({"0190f3a2-0000-7000-8000-000000000000, 404, interaction-not-found", "one, 400, malformed"})
    void knowsNoNoteByAnIdThatIsNone(String id, int status, String code) {
        expectProblem(author.client().get().uri(Author.NOTES + "/" + id).exchange(), status, code);
    }

    private List<String> texts(String query) {
        return author.lists(query)
                .get("items")
                .valueStream()
                .map(note -> note.get("notes").asString())
                .toList();
    }
}
