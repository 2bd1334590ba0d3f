package org.memoro.interactions.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.memoro.interactions.Author.names;
import static org.memoro.interactions.Author.uuid;
import static org.memoro.interactions.Problems.expectInvalid;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.memoro.events.ContactChanged;
import org.memoro.events.ContactDeleted;
import org.memoro.events.ContactMerged;
import org.memoro.events.InteractionParticipantsChanged;
import org.memoro.interactions.Author;
import org.memoro.interactions.RunningService;
import tools.jackson.databind.JsonNode;

class ParticipantTests {
    private final RunningService service = RunningService.shared();
    private final Author author = Author.of(service);

    @AfterEach
    void bringContactServiceBack() {
        service.contacts.up();
    }

    @Nested
    class WhenTyped {
        @Test
        void keepTheirOrderAndCountOnce() {
            UUID ben = author.knows("Ben");
            UUID anna = author.knows("Anna");

            assertThat(names(author.writes("Tea", with(ben, anna, ben)))).containsExactly("Ben", "Anna");
        }

        @Test
        void areRefusedWhenUnknown() {
            UUID anna = author.knows("Anna");

            expectInvalid(author.sends(note(with(UUID.randomUUID()))), "/contactIds/0");
            expectInvalid(author.sends(note(with(anna, UUID.randomUUID()))), "/contactIds/1");
            expectInvalid(author.sends(note(Map.of("contactIds", new String[] {"Anna"}))), "/contactIds/0");
            assertThat(author.lists("").get("items").size()).isZero();
        }

        @Test
        void areRefusedWhenTheyAreAnotherPersons() {
            UUID foreign = Author.of(service).knows("Anna");

            expectInvalid(author.sends(note(with(foreign))), "/contactIds/0");
        }

        @Test
        void areRefusedWhenTheyAreTooMany() {
            UUID[] many = new UUID[101];
            java.util.Arrays.setAll(many, i -> UUID.randomUUID());

            expectInvalid(author.sends(note(with(many))), "/contactIds");
        }
    }

    @Nested
    class WhileContactServiceIsAway {
        @Test
        void areAcceptedAndGetTheirNamesLater() {
            UUID anna = author.knows("Anna");
            service.contacts.down();

            JsonNode note = author.writes("Tea", with(anna));
            assertThat(note.at("/participants/0/contactId").asString()).isEqualTo(anna.toString());
            assertThat(note.at("/participants/0/displayName").isNull()).isTrue();

            service.contacts.up();
            author.sees(note, seen -> names(seen).equals(List.of("Anna")));
            author.caused(InteractionParticipantsChanged.class, 1);
        }

        @Test
        void areDroppedLaterWhenTheyAreNobodys() {
            UUID anna = author.knows("Anna");
            UUID foreign = Author.of(service).knows("Ben");
            service.contacts.down();

            JsonNode note = author.writes("Tea", with(foreign, anna));

            service.contacts.up();
            author.sees(note, seen -> names(seen).equals(List.of("Anna")));
        }
    }

    @Nested
    class WhenTheContactChanges {
        private final UUID anna = author.knows("Anna");
        private final JsonNode note = author.writes("Tea", with(anna));

        @Test
        void haveTheNewName() {
            service.addressBooks.put(author.account, anna, "Anna Petrova", null);
            RunningService.events().say(ContactChanged.of(author.account, anna, 2, true));

            author.sees(note, seen -> names(seen).equals(List.of("Anna Petrova")));
            assertThat(author.caused(InteractionParticipantsChanged.class, 1))
                    .first()
                    .extracting(InteractionParticipantsChanged::interactionId)
                    .isEqualTo(uuid(note));
        }

        @Test
        void areTheSurvivorAfterAMergeAndThemselvesAfterItsUndoing() {
            UUID survivor = author.knows("Anna Petrova");
            service.addressBooks.put(author.account, anna, "Anna", survivor);
            RunningService.events().say(ContactMerged.of(author.account, anna, survivor));

            author.sees(note, seen -> names(seen).equals(List.of("Anna Petrova")));
            assertThat(author.lists("?contactId=" + survivor).get("items").size())
                    .isEqualTo(1);
            assertThat(author.lists("?contactId=" + anna).get("items").size()).isZero();

            service.addressBooks.put(author.account, anna, "Anna", null);
            RunningService.events().say(ContactChanged.of(author.account, anna, 3, false));
            author.sees(note, seen -> names(seen).equals(List.of("Anna")));
        }

        @Test
        void countOnceWhenTwoOfThemWereMerged() {
            UUID survivor = author.knows("Anna Petrova");
            JsonNode both = author.writes("Tea", with(anna, survivor));
            service.addressBooks.put(author.account, anna, "Anna", survivor);
            RunningService.events().say(ContactMerged.of(author.account, anna, survivor));

            author.sees(both, seen -> names(seen).equals(List.of("Anna Petrova")));
        }

        @Test
        void followARenameOfTheSurvivor() {
            UUID survivor = author.knows("Anna P.");
            service.addressBooks.put(author.account, anna, "Anna", survivor);
            RunningService.events().say(ContactMerged.of(author.account, anna, survivor));
            author.sees(note, seen -> names(seen).equals(List.of("Anna P.")));

            service.addressBooks.put(author.account, survivor, "Anna Petrova", null);
            RunningService.events().say(ContactChanged.of(author.account, survivor, 2, true));
            author.sees(note, seen -> names(seen).equals(List.of("Anna Petrova")));
        }

        @Test
        void areHiddenWhileItIsDeletedAndComeBackWithIt() {
            service.addressBooks.remove(author.account, anna);
            RunningService.events().say(ContactDeleted.of(author.account, anna, 2));
            author.sees(note, seen -> names(seen).isEmpty());
            assertThat(author.lists("?contactId=" + anna).get("items").size()).isZero();

            service.addressBooks.put(author.account, anna, "Anna", null);
            RunningService.events().say(ContactChanged.of(author.account, anna, 3, false));
            author.sees(note, seen -> names(seen).equals(List.of("Anna")));
        }

        @Test
        void areNotSpokenOfForDeletedNotes() {
            JsonNode living = author.writes("Coffee", with(anna));
            author.deletes(note);
            service.addressBooks.put(author.account, anna, "Anna Petrova", null);
            RunningService.events().say(ContactChanged.of(author.account, anna, 2, true));

            assertThat(author.caused(InteractionParticipantsChanged.class, 1))
                    .extracting(InteractionParticipantsChanged::interactionId)
                    .containsExactly(uuid(living));
        }
    }

    private static Map<String, Object> with(UUID... contactIds) {
        return Map.of("contactIds", contactIds);
    }

    private static Map<String, Object> note(Map<String, Object> more) {
        return Map.of("notes", "Tea", "contactIds", more.get("contactIds"));
    }
}
