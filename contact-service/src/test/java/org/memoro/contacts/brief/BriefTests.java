package org.memoro.contacts.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.memoro.contacts.AnExtraction.APerson.aPerson;
import static org.memoro.contacts.Owner.body;
import static org.memoro.contacts.Owner.id;
import static org.memoro.contacts.Owner.path;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.memoro.contacts.AnExtraction;
import org.memoro.contacts.Owner;
import org.memoro.contacts.RunningService;
import tools.jackson.databind.JsonNode;

class BriefTests {
    private final Owner owner = new Owner();
    private final RunningService service = RunningService.shared();

    @AfterEach
    void neighbourIsQuick() {
        service.interactions.answerAfter(Duration.ZERO);
    }

    private JsonNode brief(JsonNode contact) {
        return body(owner.gets(path(contact) + "/context").expectStatus().isOk());
    }

    @Test
    void tellsWhatIsKeptWithItsNote() {
        LocalDate soon = LocalDate.now(ZoneOffset.UTC).plusDays(40);
        UUID note = owner.understands(AnExtraction.of(aPerson("Anna Petrova")
                .birthday(1986, soon.getMonthValue(), soon.getDayOfMonth())
                .family("daughter", "Mia", 0.9)
                .news("Anna is moving")
                .fact("move", "planned", "Anna is moving", fact -> fact.put("date", soon.plusDays(1)))
                .fact("job", "uncertain", "may change jobs")));
        JsonNode anna = owner.contactNamed("Anna Petrova");
        owner.edits(anna, Map.of("location", "Wien"));

        JsonNode brief = brief(anna);

        assertThat(brief.at("/contact/id").asString()).isEqualTo(id(anna));
        assertThat(brief.at("/latestNews/interactionId").asString()).isEqualTo(note.toString());
        assertThat(brief.get("facts"))
                .extracting(fact -> fact.get("kind").asString() + " "
                        + (fact.get("interactionId").isNull() ? "typed" : "noted"))
                .containsExactlyInAnyOrder(
                        "location typed",
                        "birthday noted",
                        "family noted",
                        "news noted",
                        "move noted",
                        "follow-up noted");
        assertThat(brief.get("family").get(0).get("relation").asString()).isEqualTo("daughter");
        assertThat(brief.get("upcoming"))
                .extracting(it -> it.get("kind").asString() + " "
                        + it.get("title").asString() + " " + it.get("on").asString())
                .containsExactly(
                        "birthday Anna Petrova turns " + (soon.getYear() - 1986) + " " + soon,
                        "follow-up Anna is moving " + soon.plusDays(1));
    }

    @Test
    void isEmptyWhenNothingIsRecorded() {
        JsonNode brief = brief(owner.writesDown("Anna", null));

        assertThat(brief.get("latestNews").isNull()).isTrue();
        for (String list : List.of("facts", "family", "upcoming", "recentInteractions")) {
            assertThat(brief.get(list)).as(list).isEmpty();
        }
    }

    @Test
    void showsTheNewestNotes() {
        JsonNode anna = owner.writesDown("Anna", null);
        service.interactions.on(
                "GET",
                "/internal/v1/contacts/" + id(anna) + "/interactions?limit=3",
                200,
                "{\"items\":[{\"id\":\"n1\",\"notes\":\"Coffee\"}]}");

        assertThat(brief(anna).at("/recentInteractions/0/notes").asString()).isEqualTo("Coffee");
    }

    @Test
    void goesWithoutNotesThatAreTooSlow() {
        JsonNode anna = owner.writesDown("Anna", null);
        service.interactions.answerAfter(Duration.ofSeconds(3));

        assertThat(brief(anna).get("recentInteractions")).isEmpty();
    }
}
