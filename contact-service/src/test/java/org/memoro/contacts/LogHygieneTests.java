package org.memoro.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.memoro.contacts.AnExtraction.APerson.aPerson;
import static org.memoro.contacts.Owner.id;
import static org.memoro.contacts.Owner.path;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.memoro.events.InteractionEnriched;
import org.memoro.logs.AccountHash;
import org.memoro.testkit.CapturedLog;
import org.memoro.testkit.CapturedLog.Entry;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** What the log says of requests and events, and that it never says what is in them. */
@Tag("security")
class LogHygieneTests {
    private static final String NAME = "Quetzalina";
    private static final String EMAIL = "quetzal-mail@example.com";
    private static final String NOTE = "the-note-that-nobody-may-read";
    private static final String SEARCH = "what-somebody-searched-for";
    private static final String COOKIE = "value-of-a-cookie";

    private final RunningService service = RunningService.shared();
    private final Owner owner = new Owner();
    private final String token = service.gateway.userToken(owner.account, "contact-service");
    private final String account = service.bean(AccountHash.class).of(owner.account);

    private WebTestClient asking(String requestId) {
        return service.withToken(token)
                .mutate()
                .defaultHeader("X-Request-Id", requestId)
                .defaultCookie("SESSION", COOKIE)
                .build();
    }

    private void tellsNothing(CapturedLog log) {
        assertThat(log.entries()).isNotEmpty().allSatisfy(entry -> assertThat(entry.toString())
                .doesNotContainIgnoringCase(NAME)
                .doesNotContain(EMAIL, NOTE, SEARCH, COOKIE, token, token.substring(token.lastIndexOf('.')))
                .doesNotContain(owner.account.toString()));
    }

    private void namesAccount(List<Entry> entries, String what) {
        assertThat(entries)
                .anySatisfy(entry -> assertThat(entry.message()).contains(what))
                .allSatisfy(entry -> assertThat(entry.fields()).containsEntry("account", account));
    }

    @Test
    void tellsARefusedBodyByRequestAndAccountAndNotByContent() {
        try (CapturedLog log = CapturedLog.open()) {
            asking("hygiene-body-1")
                    .post()
                    .uri("/api/v1/contacts?from=" + SEARCH)
                    .header("Content-Type", "application/json")
                    .bodyValue("{\"firstName\":\"" + NAME + "\",\"notes\":\"" + NOTE + "\",\"emails\":[{\"" + EMAIL)
                    .exchange()
                    .expectStatus()
                    .isBadRequest();

            namesAccount(log.ofRequest("hygiene-body-1"), "POST /api/v1/contacts refused: malformed");
            tellsNothing(log);
        }
    }

    @Test
    void saysNothingOfWhatIsWrittenDownAndSearchedFor() {
        try (CapturedLog log = CapturedLog.open()) {
            asking("hygiene-write-1")
                    .post()
                    .uri("/api/v1/contacts")
                    .bodyValue(Map.of("firstName", NAME, "lastName", NOTE))
                    .exchange()
                    .expectStatus()
                    .isCreated();
            asking("hygiene-search-1")
                    .get()
                    .uri("/api/v1/contacts?query=" + SEARCH)
                    .exchange()
                    .expectStatus()
                    .isOk();
            asking("hygiene-cursor-1")
                    .get()
                    .uri("/api/v1/contacts?limit=" + SEARCH)
                    .exchange()
                    .expectStatus()
                    .is4xxClientError();

            tellsNothing(log);
        }
    }

    @Test
    void tellsANeighboursFaultByRequestAndAccount() {
        JsonNode contact = owner.writesDown(NAME, NOTE);
        service.interactions.on(
                "GET",
                "/internal/v1/contacts/" + id(contact) + "/interactions?limit=3",
                500,
                "{\"detail\":\"" + NOTE + "\",\"notes\":\"" + EMAIL + "\"}");
        try (CapturedLog log = CapturedLog.open()) {
            asking("hygiene-brief-1")
                    .get()
                    .uri(path(contact) + "/context?q=" + SEARCH)
                    .exchange()
                    .expectStatus()
                    .isOk();

            namesAccount(log.ofRequest("hygiene-brief-1"), "The newest notes could not be read");
            tellsNothing(log);
        }
    }

    @Test
    void tellsAFaultOfOursByRequestAndAccountAndNotByContent() throws SQLException {
        try (CapturedLog log = CapturedLog.open();
                Connection superuser = service.database.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("alter table contact.contact add constraint hygiene check (first_name <> '" + NAME + "')"
                    + " not valid");
            try {
                asking("hygiene-fault-1")
                        .post()
                        .uri("/api/v1/contacts?q=" + SEARCH)
                        .bodyValue(Map.of("firstName", NAME, "lastName", NOTE))
                        .exchange()
                        .expectStatus()
                        .is5xxServerError();
            } finally {
                statement.execute("alter table contact.contact drop constraint hygiene");
            }

            namesAccount(log.ofRequest("hygiene-fault-1"), "POST /api/v1/contacts answered internal-error");
            tellsNothing(log);
        }
    }

    @Test
    void tellsAnEventByItsIdAndAccountAndNotByContent() {
        UUID note = owner.understands(AnExtraction.of(aPerson(NAME).news(NOTE)));
        owner.understands(note, 2, AnExtraction.of(aPerson(NAME).news(NOTE)));
        try (CapturedLog log = CapturedLog.open()) {
            InteractionEnriched late = InteractionEnriched.of(owner.account, note, 1, true, false);
            service.events.say(late);

            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> namesAccount(ofEvent(log, late), "Skipped"));
            tellsNothing(log);
        }
    }

    private static List<Entry> ofEvent(CapturedLog log, InteractionEnriched event) {
        return log.entries().stream()
                .filter(entry ->
                        event.eventId().toString().equals(entry.fields().get("event")))
                .toList();
    }
}
