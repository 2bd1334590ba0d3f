package org.memoro.embedding.extraction;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.memoro.embedding.note.ContactName;
import org.memoro.languagemodels.KnownContact;
import org.memoro.languagemodels.text.Folding;
import org.memoro.languagemodels.text.NameInText;

/** Picks the contacts a note may be about: an answer depends on nobody else, and a kept one outlives their changes. */
final class NamedContacts {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private NamedContacts() {}

    /** The contacts of whom any name occurs in the text, always in the same order. */
    static List<KnownContact> of(String note, List<ContactName> contacts) {
        String text = Folding.foldUmlauts(note);
        return contacts.stream()
                .filter(contact -> isNamed(contact, text))
                .sorted(Comparator.comparing(ContactName::id))
                .map(ContactName::known)
                .toList();
    }

    private static boolean isNamed(ContactName contact, String text) {
        return Stream.of(contact.firstName(), contact.lastName(), contact.nickname())
                .filter(Objects::nonNull)
                .flatMap(name -> BETWEEN_WORDS.splitAsStream(Folding.foldUmlauts(name)))
                .anyMatch(word -> NameInText.occurs(word, text));
    }
}
