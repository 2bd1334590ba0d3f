package org.memoro.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.memoro.search.RunningSearch.SOON;
import static org.memoro.search.RunningSearch.TestNote.aNote;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.memoro.events.AccountDeleted;
import org.memoro.events.ContactDeleted;
import org.memoro.events.ContactMerged;
import org.memoro.events.InteractionDeleted;
import org.memoro.events.InteractionEnriched;
import org.memoro.events.InteractionParticipantsChanged;
import org.memoro.search.RunningSearch.TestNote;
import org.memoro.search.RunningSearch.TestPerson;

class IndexingTests {
    private static RunningSearch search;

    private final UUID account = UUID.randomUUID();
    private final TestPerson anna = TestPerson.called("Anna Petrova");

    @BeforeAll
    static void start() {
        search = new RunningSearch();
    }

    @AfterAll
    static void stop() {
        search.close();
    }

    @Test
    void findsANoteByWordsBeforeItsVectorIsThereAndByMeaningAfter() {
        TestNote note = aNote(account, "Planted tomatoes on the balcony");
        search.index(note);
        search.means("gardening", 1, 0, 0);
        assertThat(found("tomato")).containsExactly(note.id().toString());
        assertThat(search.search(account, "gardening").ids()).isEmpty();

        search.index(note.meaning(1, 0, 0));

        assertThat(search.search(account, "gardening").ids())
                .containsExactly(note.id().toString());
    }

    @Test
    void forgetsWhatAnEditTookOut() {
        TestNote first = aNote(account, "The door code is 4711, buy milk").meaning(1, 0, 0);
        search.index(first);

        TestNote second = first.edited("Buy milk and bread");
        search.index(second);

        assertThat(found("door code 4711")).isEmpty();
        assertThat(found("bread")).containsExactly(first.id().toString());
        assertThat(search.count("document_vector WHERE interaction_id = '" + first.id() + "'"))
                .isZero();
        assertThat(search.count("posting WHERE interaction_id = '" + first.id() + "' AND lexeme = '4711'"))
                .isZero();
    }

    @Test
    void keepsADeletedNoteAwayFromLateEvents() {
        TestNote note = aNote(account, "Dentist on Friday").meaning(1, 0, 0);
        search.index(note);

        search.events.say(InteractionDeleted.of(account, note.id(), note.version() + 1));
        await().atMost(SOON).until(() -> found("dentist").isEmpty());
        // The neighbour's answer is as old as the event: read before the deletion, told after it.
        search.events.say(InteractionEnriched.of(account, note.id(), note.version(), true, true));
        TestNote next = aNote(account, "Another note");
        search.index(next);

        assertThat(found("dentist")).isEmpty();
        assertThat(search.count("document WHERE interaction_id = '" + note.id() + "' AND notes = '' AND deleted"))
                .isEqualTo(1);
        assertThat(search.count("posting WHERE interaction_id = '" + note.id() + "'"))
                .isZero();
        assertThat(search.count("document_vector WHERE interaction_id = '" + note.id() + "'"))
                .isZero();
    }

    @Test
    void bringsARestoredNoteBack() {
        TestNote note = aNote(account, "Dentist on Friday");
        search.index(note);
        search.events.say(InteractionDeleted.of(account, note.id(), 2));
        await().atMost(SOON).until(() -> found("dentist").isEmpty());

        search.index(note.edited("x").edited("Dentist on Friday"));

        assertThat(found("dentist")).containsExactly(note.id().toString());
    }

    @Test
    void doesNotBringBackANoteThatItsOwnerSaysIsDeleted() {
        TestNote note = aNote(account, "Dentist on Friday");
        search.index(note);

        search.tell(note.gone());
        search.events.say(InteractionEnriched.of(account, note.id(), 2, true, false));

        await().atMost(SOON).until(() -> found("dentist").isEmpty());
    }

    @Test
    void findsANoteByTheNameOfAnAddedParticipant() {
        TestNote note = aNote(account, "Long walk by the river");
        search.index(note);
        assertThat(found("petrova")).isEmpty();

        search.tell(note.with(anna));
        search.events.say(InteractionParticipantsChanged.of(account, note.id(), 1));

        await().atMost(SOON)
                .until(() -> found("petrova").equals(List.of(note.id().toString())));
        assertThat(search.count("document_contact WHERE contact_id = '" + anna.id() + "'"))
                .isEqualTo(1);
    }

    @Test
    void keepsTheVectorWhenOnlyParticipantsChange() {
        TestNote note = aNote(account, "Long walk by the river").meaning(1, 0, 0);
        search.index(note);

        search.tell(note.with(anna));
        search.events.say(InteractionParticipantsChanged.of(account, note.id(), 1));
        await().atMost(SOON).until(() -> !found("petrova").isEmpty());

        assertThat(search.count("document_vector WHERE interaction_id = '" + note.id() + "'"))
                .isEqualTo(1);
    }

    @Test
    void tiesNotesOfOneThreadOrOfOnePersonAndDay() {
        TestNote threaded = aNote(account, "one").inThread("session 4");
        TestNote unthreaded = aNote(account, "two").with(anna).on("2026-05-01");
        search.index(threaded);
        search.index(unthreaded);

        assertThat(search.count("document WHERE thread_id = 'session 4' AND thread_key = 'thread session 4'"))
                .isEqualTo(1);
        assertThat(search.count("document WHERE thread_key = 'day 2026-05-01 " + anna.id() + "'"))
                .isEqualTo(1);
    }

    @Test
    void keepsVectorsOfSeveralModelsAndSizesSideBySide() {
        TestNote note = aNote(account, "Long walk by the river").meaning(1, 0, 0);
        search.index(note);

        search.index(new TestNote(
                account, note.id(), 1, false, note.text(), note.on(), null, List.of(), "five-numbers", new float[] {
                    1, 2, 3, 4, 5
                }));

        assertThat(search.count("document_vector WHERE interaction_id = '" + note.id() + "'"))
                .isEqualTo(2);
        search.means("hiking", 1, 0, 0);
        assertThat(search.search(account, "hiking").ids())
                .containsExactly(note.id().toString());
    }

    @Test
    void forgetsADeletedContact() {
        search.know(account, anna, Map.of("firstName", "Anna"));
        assertThat(search.search(account, "Anna").ids())
                .containsExactly(anna.id().toString());

        search.contactService.on("GET", "/internal/v1/contacts/" + anna.id(), 404, "{\"code\":\"contact-not-found\"}");
        search.events.say(ContactDeleted.of(account, anna.id(), 2));

        await().atMost(SOON).until(() -> search.search(account, "Anna").ids().isEmpty());
        assertThat(search.count("contact_name WHERE contact_id = '" + anna.id() + "'"))
                .isZero();
    }

    @Test
    void followsAMerge() {
        TestPerson annie = TestPerson.called("Annie P.");
        search.know(account, anna, Map.of());
        search.know(account, annie, Map.of());

        search.contactService.on("GET", "/internal/v1/contacts/" + annie.id(), 404, "{\"code\":\"contact-not-found\"}");
        search.events.say(ContactMerged.of(account, annie.id(), anna.id()));

        await().atMost(SOON).until(() -> search.search(account, "Ann")
                .ids()
                .equals(List.of(anna.id().toString())));
    }

    @Test
    void erasesAnAccountForGood() {
        TestNote note = aNote(account, "Everything about me").with(anna).meaning(1, 0, 0);
        search.index(note);
        search.know(account, anna, Map.of());

        search.events.say(AccountDeleted.of(account));
        await().atMost(SOON).until(() -> rowsOfAccount() == 0);
        search.events.say(InteractionEnriched.of(account, note.id(), 1, true, true));
        search.index(aNote(UUID.randomUUID(), "Somebody else"));

        assertThat(rowsOfAccount()).isZero();
    }

    @Test
    void saysThatANoteIsIndexedForTheVersionItKept() {
        TestNote note = aNote(account, "one");
        search.index(note);

        assertThat(search.indexed(note)).isEqualTo(1);
    }

    private List<String> found(String question) {
        return search.search(account, question, "mode", "lexical", "type", "interaction")
                .ids();
    }

    private long rowsOfAccount() {
        return List.of("document", "document_contact", "document_vector", "posting", "contact", "contact_name").stream()
                .mapToLong(table -> search.count(table + " WHERE user_id = '" + account + "'"))
                .sum();
    }
}
