package org.memoro.languagemodels.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction;
import org.memoro.languagemodels.Extraction.ContactMatch;
import org.memoro.languagemodels.Extraction.Person;
import org.memoro.languagemodels.KnownContact;
import org.memoro.languagemodels.text.Folding;
import org.memoro.languagemodels.text.NameInText;

/** The contacts that a note may speak of, under short names that mean nothing outside the one call. */
final class ContactAliases {

    /** More namesakes than this help no model. */
    private static final int MAX_CONTACTS = 100;

    private final List<KnownContact> relevant;

    private ContactAliases(List<KnownContact> relevant) {
        this.relevant = relevant;
    }

    /** Only contacts with a word of their name in the note leave this machine. */
    static ContactAliases forNote(String note, List<KnownContact> contacts) {
        String text = Folding.foldUmlauts(note);
        return new ContactAliases(contacts.stream()
                .filter(contact -> isNamed(contact, text))
                .limit(MAX_CONTACTS)
                .toList());
    }

    List<KnownContact> contacts() {
        List<KnownContact> aliased = new ArrayList<>();
        for (int i = 0; i < relevant.size(); i++) {
            KnownContact contact = relevant.get(i);
            aliased.add(new KnownContact("c" + (i + 1), contact.firstName(), contact.lastName(), contact.nicknames()));
        }
        return aliased;
    }

    /** The extraction with the contacts' own ids; aliases that were not given are dropped. */
    Extraction resolved(Extraction extraction) {
        return new Extraction(
                extraction.schemaVersion(),
                extraction.interactionDate(),
                extraction.place(),
                extraction.people().stream().map(this::resolved).toList());
    }

    private Person resolved(Person person) {
        ContactMatch match = person.contactMatch();
        List<String> candidates = match.candidateIds().stream()
                .map(this::idOf)
                .flatMap(Stream::ofNullable)
                .toList();
        ContactMatch resolved = new ContactMatch(match.status(), idOf(match.contactId()), candidates);
        return new Person(
                person.mention(),
                person.firstName(),
                person.lastName(),
                person.role(),
                resolved,
                person.relation(),
                person.familyMembers(),
                person.birthday(),
                person.location(),
                person.news(),
                person.facts(),
                person.evidence(),
                person.confidence(),
                person.needsConfirmation());
    }

    private @Nullable String idOf(@Nullable String alias) {
        for (int i = 0; i < relevant.size(); i++) {
            if (("c" + (i + 1)).equals(alias)) {
                return relevant.get(i).id();
            }
        }
        return null;
    }

    private static boolean isNamed(KnownContact contact, String text) {
        return Stream.concat(
                        Stream.concat(Stream.ofNullable(contact.firstName()), Stream.ofNullable(contact.lastName())),
                        contact.nicknames().stream())
                .flatMap(name -> Stream.of(name.strip().split("\\s+")))
                .map(Folding::foldUmlauts)
                .anyMatch(word -> NameInText.occurs(word, text));
    }
}
