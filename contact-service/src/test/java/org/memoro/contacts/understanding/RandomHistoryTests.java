package org.memoro.contacts.understanding;

import static org.memoro.contacts.AnExtraction.APerson.aPerson;
import static org.memoro.contacts.Owner.body;
import static org.memoro.contacts.Owner.id;
import static org.memoro.contacts.Owner.items;
import static org.memoro.contacts.Owner.uuid;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.memoro.api.Ids;
import org.memoro.contacts.AnExtraction;
import org.memoro.contacts.AnExtraction.APerson;
import org.memoro.contacts.Owner;
import org.memoro.contacts.RunningService;
import org.memoro.events.InteractionDeleted;
import org.memoro.events.InteractionEnriched;
import org.memoro.events.InteractionRecorded;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Lets notes and their user do anything in any order, with events that come late, twice and out of order, and compares what
 * the service shows with {@link ExpectedFacts} after every step. {@code -Dmemoro.histories=200} tries more of them.
 */
class RandomHistoryTests {
    private static final int STEPS = Integer.getInteger("memoro.history-steps", 40);
    private static final List<String> DAYS = List.of("2026-03-01", "2026-05-02", "2026-05-02", "2026-07-03");
    private static final List<String> PLACES = List.of("Wien", "Graz", "Linz");
    private static final List<String> FIRMS = List.of("Google", "Meta");

    private final ApplyFacts applyFacts = RunningService.shared().bean(ApplyFacts.class);
    private final FollowNote followNote = RunningService.shared().bean(FollowNote.class);
    private final Owner owner = new Owner();
    private final JsonNode anna = owner.writesDown("Anna", "Petrova");
    private final JsonNode ben = owner.writesDown("Ben", "Ross");
    private final JsonNode weber = owner.writesDown("Tom", "Weber");
    private final JsonNode huber = owner.writesDown("Tom", "Huber");
    private final ExpectedFacts expected = new ExpectedFacts(owner, anna, ben);
    private final List<WrittenNote> notes = new ArrayList<>();
    private final List<Mono<Void>> late = new ArrayList<>();
    private final List<String> history = new ArrayList<>();
    private Random random = new Random(0);

    /** A note as its owner keeps it, with every reading there ever was. */
    static final class WrittenNote {
        final UUID id = Ids.next();
        final Map<Long, Written> readings = new HashMap<>();
        long version;
        String day = "";
        boolean deleted;
    }

    /** One text of a note: who is in it, and what is said of whom. */
    record Written(AnExtraction extraction, List<Said> said) {}

    /** One thing that is said; {@code passage} is what ties it to a decision when it is read in other words. */
    record Said(String subject, String kind, String passage, String status) {}

    static LongStream seeds() {
        return LongStream.range(1, 1 + Integer.getInteger("memoro.histories", 3));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void comesToWhatTheRulesSay(long seed) {
        random = new Random(seed);
        for (int i = 0; i < STEPS; i++) {
            step();
            try {
                expected.check(notes);
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + String.join("; ", history) + "\n" + e.getMessage(), e);
            }
        }
    }

    private void step() {
        switch (random.nextInt(12)) {
            case 0, 1 -> writes();
            case 2 -> edits();
            case 3 -> deletesOrRestores();
            case 4 -> readsAnyVersionAgain();
            case 5 -> hearsSomethingLate();
            case 6 -> typesAPlace();
            case 7 -> mergesOrUndoes();
            default -> decides();
        }
    }

    // --- notes ---

    private void writes() {
        if (notes.size() == 5) {
            edits();
            return;
        }
        WrittenNote note = new WrittenNote();
        notes.add(note);
        newVersion(note, written());
    }

    private void edits() {
        if (!notes.isEmpty()) {
            WrittenNote note = any(notes);
            if (!note.deleted) {
                newVersion(note, written());
            }
        }
    }

    private void newVersion(WrittenNote note, Written written) {
        note.version++;
        note.day = any(DAYS);
        note.readings.put(note.version, written);
        tellsSource(note);
        history.add(
                "note " + notes.indexOf(note) + " v" + note.version + " of " + note.day + " says " + written.said());
        if (random.nextBoolean()) {
            hears("recorded", follow(note));
        }
        hearsNowOrLate("read v" + note.version, read(note, note.version));
    }

    private void deletesOrRestores() {
        if (notes.isEmpty()) {
            return;
        }
        WrittenNote note = any(notes);
        note.version++;
        note.deleted = !note.deleted;
        history.add((note.deleted ? "deleted " : "restored ") + notes.indexOf(note) + " v" + note.version);
        tellsSource(note);
        if (note.deleted) {
            long version = note.version;
            InteractionDeleted event = InteractionDeleted.of(owner.account, note.id, version);
            hearsNowOrLate(
                    "deleted v" + version,
                    followNote.withdraw(event).then(Mono.fromRunnable(() -> expected.withdrawn(note, version))));
        } else {
            note.readings.put(note.version, note.readings.get(newestReading(note)));
            hears("recorded", follow(note));
            hearsNowOrLate("read v" + note.version, read(note, note.version));
        }
    }

    private static long newestReading(WrittenNote note) {
        return note.readings.keySet().stream().mapToLong(v -> v).max().orElseThrow();
    }

    private void tellsSource(WrittenNote note) {
        owner.hasNote(note.id, note.version, note.day, note.deleted);
    }

    private void readsAnyVersionAgain() {
        if (!notes.isEmpty()) {
            WrittenNote note = any(notes);
            long version = any(List.copyOf(note.readings.keySet()));
            hears("read v" + version + " of " + notes.indexOf(note) + " again", read(note, version));
        }
    }

    /** The same event may come twice; whatever it says is fetched when it comes. */
    private Mono<Void> read(WrittenNote note, long version) {
        Written written = note.readings.get(version);
        InteractionEnriched event = owner.prepares(note.id, version, written.extraction());
        Mono<Void> heard = applyFacts.apply(event).then(Mono.fromRunnable(() -> expected.read(note, version, written)));
        return random.nextInt(4) == 0 ? heard.then(applyFacts.apply(event)) : heard;
    }

    private Mono<Void> follow(WrittenNote note) {
        InteractionRecorded event = InteractionRecorded.of(owner.account, note.id, note.version, false);
        return followNote.follow(event, note.id).then(Mono.fromRunnable(() -> expected.followed(note)));
    }

    private void hearsNowOrLate(String what, Mono<Void> event) {
        if (random.nextInt(3) == 0) {
            late.add(Mono.<Void>fromRunnable(() -> history.add("late: " + what)).then(event));
        } else {
            hears(what, event);
        }
    }

    private void hearsSomethingLate() {
        if (!late.isEmpty()) {
            hears("late", late.remove(random.nextInt(late.size())));
        }
    }

    private void hears(String what, Mono<Void> event) {
        history.add(what);
        event.block(Duration.ofSeconds(30));
    }

    // --- what a note says ---

    private Written written() {
        List<APerson> people = new ArrayList<>();
        List<Said> said = new ArrayList<>();
        if (random.nextBoolean()) {
            people.add(says(aPerson("Anna Petrova").known(uuid(anna)), "anna petrova", said));
        }
        if (random.nextBoolean()) {
            people.add(says(aPerson("Ben Ross").known(uuid(ben)), "ben ross", said));
        }
        if (random.nextInt(3) == 0) {
            people.add(says(aPerson("Tom").oneOf(uuid(weber), uuid(huber)), "tom", said));
        }
        if (people.isEmpty() || random.nextInt(3) == 0) {
            people.add(says(aPerson("Rosa Winter"), "rosa winter", said));
        }
        return new Written(AnExtraction.of(people.toArray(APerson[]::new)), said);
    }

    private APerson says(APerson person, String subject, List<Said> said) {
        said.add(new Said(subject, "person", "", "happened"));
        if (random.nextInt(3) == 0) {
            person.birthday(1980, 3, 1 + random.nextInt(2));
            said.add(new Said(subject, "birthday", "", "happened"));
        }
        if (random.nextInt(2) == 0) {
            String place = any(PLACES);
            person.location(place, "current");
            said.add(new Said(subject, "location", place, "happened"));
        }
        if (random.nextInt(2) == 0) {
            person.news("has news " + random.nextInt(1000));
            said.add(new Said(subject, "news", "", "happened"));
        }
        if (random.nextInt(2) == 0) {
            String firm = any(FIRMS);
            String status = random.nextInt(3) == 0 ? "negated" : "happened";
            String text = (status.equals("negated") ? "is not with " : "works for ") + firm;
            person.fact("job", status, text, fact -> fact.put("organization", firm));
            said.add(new Said(subject, "job", text, status));
        }
        if (random.nextInt(4) == 0) {
            person.fact("travel", "planned", "flies to Rome", fact -> fact.put("date", "2099-01-01"));
            said.add(new Said(subject, "travel", "flies to Rome", "planned"));
            said.add(new Said(subject, "follow-up", "flies to Rome", "planned"));
        }
        if (random.nextInt(4) == 0 && subject.equals("anna petrova")) {
            person.family("daughter", "Mia", 0.9);
            said.add(new Said(subject, "family", "daughter mia", "happened"));
        }
        return person;
    }

    // --- the user ---

    private void typesAPlace() {
        String place = "Paris " + random.nextInt(1000);
        history.add("typed " + place);
        owner.edits(expected.livesOn(anna), Map.of("location", place));
        expected.typed(place);
    }

    private void mergesOrUndoes() {
        if (expected.merge() != null) {
            history.add("undid the merge");
            owner.deletes("/api/v1/merges/" + expected.merge()).expectStatus().isNoContent();
            expected.unmerged();
        } else if (random.nextBoolean()) {
            history.add("merged Ben into Anna");
            JsonNode merged = body(owner.posts(Owner.path(ben) + "/merge", Map.of("intoId", id(anna)))
                    .expectStatus()
                    .isOk());
            expected.merged(merged.get("mergeId").asString());
        }
    }

    private void decides() {
        List<JsonNode> facts = items(body(owner.gets("/api/v1/facts?limit=200"))).stream()
                .filter(fact -> !fact.get("interactionId").isNull())
                .filter(fact -> !fact.get("contactId").isNull()
                        || fact.get("kind").asString().equals("person"))
                .toList();
        if (facts.isEmpty()) {
            return;
        }
        JsonNode fact = any(facts);
        Map<String, Object> decision = decisionOn(fact);
        history.add(fact.get("kind").asString() + " " + fact.get("value") + " was "
                + fact.get("state").asString() + ", decided " + decision);
        expected.decided(owner.decides(fact, decision));
    }

    private Map<String, Object> decisionOn(JsonNode fact) {
        boolean kept = fact.get("state").asString().equals("kept");
        if (fact.get("contactId").isNull()) {
            return Map.of("contactId", id(random.nextBoolean() ? weber : huber));
        }
        if (fact.get("kind").asString().equals("news") && random.nextBoolean()) {
            return Map.of("value", Map.of("text", "fixed " + random.nextInt(1000)));
        }
        return Map.of("state", kept ? "off" : "kept");
    }

    private <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
