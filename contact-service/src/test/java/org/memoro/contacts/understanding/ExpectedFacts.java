package org.memoro.contacts.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.memoro.contacts.Owner.body;
import static org.memoro.contacts.Owner.id;
import static org.memoro.contacts.Owner.items;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memoro.contacts.Owner;
import org.memoro.contacts.RunningService;
import org.memoro.contacts.understanding.RandomHistoryTests.Said;
import org.memoro.contacts.understanding.RandomHistoryTests.Written;
import org.memoro.contacts.understanding.RandomHistoryTests.WrittenNote;
import tools.jackson.databind.JsonNode;

/**
 * What must hold whatever happened, in a few plain rules: which facts there are, that the user's word stays, and what the
 * contacts show. Whether the machine keeps a fact or asks is the service's choice, within the rules.
 */
final class ExpectedFacts {
    private static final Comparator<JsonNode> BY_NOTE = Comparator.comparing(
                    (JsonNode fact) -> fact.get("asOf").asString())
            .thenComparing(fact -> fact.get("interactionId").asString(""));

    private final Owner owner;
    private final JsonNode anna;
    private final JsonNode ben;
    private final Map<UUID, Heard> heard = new HashMap<>();
    private final Map<String, Decided> decided = new HashMap<>();
    private final Map<String, String> contactOf = new HashMap<>();
    private final Map<String, String> subjects = new HashMap<>();
    private final Set<String> movedByMerge = new HashSet<>();
    private @Nullable String merge;
    private @Nullable Decided typedPlace;
    private int clock;

    ExpectedFacts(Owner owner, JsonNode anna, JsonNode ben) {
        this.owner = owner;
        this.anna = anna;
        this.ben = ben;
    }

    /** How far the service can know a note. */
    private static final class Heard {
        long version;

        @Nullable
        Long applied;

        @Nullable
        Written reading;

        String day = "";
    }

    /** The user's word on a fact. */
    private record Decided(int at, Said said, UUID note, String state, JsonNode value) {}

    // --- what happens ---

    void read(WrittenNote note, long version, Written written) {
        Heard known = heard.computeIfAbsent(note.id, id -> new Heard());
        if (note.deleted || (known.applied != null && version < known.applied)) {
            return;
        }
        known.version = note.version;
        known.applied = version;
        known.reading = written;
        known.day = note.day;
        contactOf.keySet().removeIf(key -> key.startsWith(note.id.toString()) && !isDecidedPerson(key));
        written.said().forEach(said -> named(note, said.subject()));
    }

    private void named(WrittenNote note, String subject) {
        String key = note.id + subject;
        if (subject.equals("anna petrova")) {
            contactOf.putIfAbsent(key, id(anna));
        } else if (subject.equals("ben ross")) {
            contactOf.putIfAbsent(key, merge == null ? id(ben) : id(anna));
        }
    }

    private boolean isDecidedPerson(String key) {
        return decided.values().stream()
                .anyMatch(it -> it.said().kind().equals("person")
                        && key.equals(it.note() + it.said().subject()));
    }

    void followed(WrittenNote note) {
        Heard known = heard.computeIfAbsent(note.id, id -> new Heard());
        if (!note.deleted) {
            known.version = note.version;
            known.day = known.applied == null ? note.day : known.day;
        }
    }

    void withdrawn(WrittenNote note, long version) {
        Heard known = heard.computeIfAbsent(note.id, id -> new Heard());
        if (known.version <= version) {
            known.version = version;
            known.reading = null;
        }
    }

    void decided(JsonNode fact) {
        readSubjects();
        UUID note = UUID.fromString(fact.get("interactionId").asString());
        Said said = said(fact);
        assertThat(fact.get("decidedBy").asString()).isEqualTo("user");
        decided.put(id(fact), new Decided(++clock, said, note, fact.get("state").asString(), fact.get("value")));
        if (said.kind().equals("person") && !fact.get("contactId").isNull()) {
            contactOf.put(note + said.subject(), fact.get("contactId").asString());
        }
    }

    void typed(String place) {
        typedPlace = new Decided(++clock, new Said("", "location", place, "happened"), new UUID(0, 0), "kept", anna);
    }

    void merged(String mergeId) {
        merge = mergeId;
        contactOf.forEach((key, contact) -> {
            if (contact.equals(id(ben))) {
                movedByMerge.add(key);
            }
        });
        contactOf.replaceAll((key, contact) -> contact.equals(id(ben)) ? id(anna) : contact);
    }

    void unmerged() {
        merge = null;
        contactOf.replaceAll((key, contact) -> movedByMerge.contains(key) ? id(ben) : contact);
        movedByMerge.clear();
    }

    @Nullable
    String merge() {
        return merge;
    }

    JsonNode livesOn(JsonNode contact) {
        return owner.reads(contact);
    }

    // --- what must hold ---

    void check(List<WrittenNote> notes) {
        readSubjects();
        List<JsonNode> facts = items(body(owner.gets("/api/v1/facts?limit=200")));
        for (WrittenNote note : notes) {
            checkNote(
                    note,
                    facts.stream()
                            .filter(fact ->
                                    fact.get("interactionId").asString("").equals(note.id.toString()))
                            .toList());
        }
        List<JsonNode> kept = facts.stream()
                .filter(fact -> fact.get("state").asString().equals("kept"))
                .toList();
        checkContact(anna, kept);
        if (merge == null) {
            checkContact(ben, kept);
        }
        checkRosasAndMias(kept);
    }

    private void checkNote(WrittenNote note, List<JsonNode> facts) {
        Heard known = heard.getOrDefault(note.id, new Heard());
        List<Said> read = known.reading == null ? List.of() : known.reading.said();
        Map<String, Decided> usersHere = decided.entrySet().stream()
                .filter(entry -> entry.getValue().note().equals(note.id))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

        // The user's word stays, whatever is read, edited, deleted or restored.
        assertThat(facts.stream().filter(ExpectedFacts::isUsers).map(Owner::id))
                .containsExactlyInAnyOrderElementsOf(usersHere.keySet());
        facts.stream().filter(ExpectedFacts::isUsers).forEach(fact -> {
            Decided word = usersHere.get(id(fact));
            assertThat(fact.get("state").asString())
                    .as("the user's word on %s", fact)
                    .isEqualTo(word.state());
            if (word.said().kind().equals("news")) {
                assertThat(fact.get("value")).isEqualTo(word.value());
            }
        });

        // The machine's facts are those of the newest reading, and no others.
        Set<Said> usersSaid = usersHere.values().stream().map(Decided::said).collect(Collectors.toSet());
        assertThat(facts.stream().filter(fact -> !isUsers(fact)).map(this::said))
                .as("what note %s says", note.id)
                .containsExactlyInAnyOrderElementsOf(
                        read.stream().filter(said -> !usersSaid.contains(said)).toList());
        facts.forEach(fact -> checkFact(fact, facts, known));
    }

    private void checkFact(JsonNode fact, List<JsonNode> facts, Heard known) {
        assertThat(fact.at("/evidence/quote").asString(""))
                .as("the words of %s", fact)
                .isNotEmpty();
        assertThat(fact.at("/engine/model").asString(""))
                .as("who read %s", fact)
                .isEqualTo("test");
        assertThat(fact.get("asOf").asString()).as("the day of %s", fact).isEqualTo(known.day);
        Said said = said(fact);
        String contact = contactOf.get(fact.get("interactionId").asString() + said.subject());
        if (contact != null && !isUsers(fact)) {
            assertThat(fact.get("contactId").asString(""))
                    .as("whom %s is about", fact)
                    .isEqualTo(contact);
        }
        if (isUsers(fact) || said.kind().equals("person")) {
            return;
        }
        Optional<JsonNode> person = facts.stream()
                .filter(it -> said(it).equals(new Said(said.subject(), "person", "", "happened")))
                .findFirst();
        boolean isPlanUndone = said.kind().equals("follow-up")
                && facts.stream()
                        .anyMatch(it -> isUsers(it)
                                && it.get("state").asString().equals("off")
                                && said(it).equals(new Said(said.subject(), "travel", said.passage(), "planned")));
        boolean off =
                person.filter(it -> it.get("state").asString().equals("off")).isPresent() || isPlanUndone;
        assertThat(fact.get("state").asString().equals("off"))
                .as("off: %s", fact)
                .isEqualTo(off);
        if (fact.get("state").asString().equals("kept")) {
            assertThat(said.status()).as("what the machine believes").isNotEqualTo("negated");
            assertThat(person.map(it -> it.get("state").asString()))
                    .as("nothing counts of somebody of whom it is open who that is: %s", fact)
                    .contains("kept");
        }
    }

    private void checkContact(JsonNode contact, List<JsonNode> allKept) {
        List<JsonNode> kept = allKept.stream()
                .filter(fact -> fact.get("contactId").asString("").equals(id(contact)))
                .toList();
        JsonNode now = owner.reads(contact);
        assertThat(now.get("location").asString(""))
                .as("where %s lives", now.get("displayName"))
                .isEqualTo(
                        best(kept, "location").map(fact -> text(fact, "place")).orElse(""));
        assertThat(now.get("company").asString("")).as("company").isEqualTo(company(kept));
        assertThat(now.at("/birthday/day").asInt(0))
                .as("birthday")
                .isEqualTo(best(kept, "birthday")
                        .map(fact -> fact.at("/value/day").asInt())
                        .orElse(0));
        assertThat(now.at("/latestNews/text").asString(""))
                .as("latest news")
                .isEqualTo(of(kept, "news")
                        .max(BY_NOTE)
                        .map(fact -> text(fact, "text"))
                        .orElse(""));
        assertThat(of(kept, "birthday")
                        .filter(fact -> !isUsers(fact))
                        .map(fact -> fact.get("value"))
                        .distinct()
                        .count())
                .as("the machine keeps no second birthday")
                .isLessThanOrEqualTo(1);
        assertThat(now.get("lastInteractionOn").asString(""))
                .as("last met")
                .isEqualTo(of(kept, "person")
                        .filter(fact -> !isGone(fact))
                        .map(fact -> fact.get("asOf").asString())
                        .max(Comparator.naturalOrder())
                        .orElse(""));
    }

    private boolean isGone(JsonNode fact) {
        Heard known = heard.get(UUID.fromString(fact.get("interactionId").asString()));
        return known != null && known.reading == null;
    }

    private Optional<JsonNode> best(List<JsonNode> kept, String kind) {
        return ordered(of(kept, kind)).findFirst();
    }

    private String company(List<JsonNode> kept) {
        List<String> over = new ArrayList<>();
        for (JsonNode fact : ordered(of(kept, "job")).toList()) {
            String firm = text(fact, "organization");
            if (fact.get("status").asString().equals("happened")) {
                return over.contains(firm) ? "" : firm;
            }
            over.add(firm);
        }
        return "";
    }

    /** The user's word before the machine's, the later before the earlier. */
    private Stream<JsonNode> ordered(Stream<JsonNode> facts) {
        return facts.sorted(
                Comparator.comparing(this::decidedAt).thenComparing(BY_NOTE).reversed());
    }

    private int decidedAt(JsonNode fact) {
        if (fact.get("interactionId").isNull()) {
            return typedPlace == null ? 0 : typedPlace.at();
        }
        Decided word = decided.get(id(fact));
        return word == null ? 0 : word.at();
    }

    private void checkRosasAndMias(List<JsonNode> kept) {
        Set<String> named = kept.stream()
                .flatMap(fact -> Stream.of(fact.get("contactId"), fact.at("/value/contactId")))
                .map(contact -> contact.asString(""))
                .collect(Collectors.toSet());
        List<JsonNode> living = items(body(owner.gets("/api/v1/contacts?limit=200")));
        assertThat(living.stream().map(Owner::id))
                .as("whom a fact names is there")
                .containsAll(
                        named.stream().filter(contact -> !contact.isEmpty()).toList());
        living.stream()
                .filter(contact -> List.of("Rosa Winter", "Mia")
                        .contains(contact.get("displayName").asString()))
                .forEach(contact -> assertThat(named)
                        .as("%s is there for a reason", contact)
                        .contains(id(contact)));
        Set<String> daughters = of(kept, "family")
                .filter(fact -> fact.get("contactId").asString("").equals(id(anna)))
                .map(fact -> fact.at("/value/contactId").asString(""))
                .collect(Collectors.toSet());
        assertThat(owner.relatives(anna).stream()
                        .map(relative -> relative.at("/contact/id").asString()))
                .as("Anna's relatives")
                .containsExactlyInAnyOrderElementsOf(daughters);
        living.stream().filter(contact -> daughters.contains(id(contact))).forEach(mia -> assertThat(
                        owner.relatives(mia))
                .as("the other way round")
                .singleElement()
                .satisfies(it -> assertThat(it.at("/contact/id").asString()).isEqualTo(id(anna)))
                .satisfies(it -> assertThat(it.get("relation").asString()).isEqualTo("mother")));
    }

    // --- reading facts ---

    private static boolean isUsers(JsonNode fact) {
        return fact.get("decidedBy").asString().equals("user");
    }

    private static Stream<JsonNode> of(List<JsonNode> facts, String kind) {
        return facts.stream().filter(fact -> fact.get("kind").asString().equals(kind));
    }

    private static String text(JsonNode fact, String detail) {
        return fact.get("value").path(detail).asString("");
    }

    private Said said(JsonNode fact) {
        String kind = fact.get("kind").asString();
        String passage =
                switch (kind) {
                    case "person", "birthday", "news" -> "";
                    case "location" -> text(fact, "place");
                    case "family" -> "daughter mia";
                    default -> text(fact, "text");
                };
        return new Said(subject(fact), kind, passage, fact.get("status").asString());
    }

    private String subject(JsonNode fact) {
        return Objects.requireNonNull(subjects.get(id(fact)), "a fact of nobody");
    }

    /** Who is meant by a fact stands in no answer while it is open, only in the table. */
    private void readSubjects() {
        try (var connection = RunningService.shared().database.superuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT id, subject FROM contact.fact WHERE user_id = '" + owner.account + "'")) {
            while (rows.next()) {
                subjects.put(rows.getString(1), rows.getString(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
