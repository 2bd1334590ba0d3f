package org.memoro.embedding.extraction;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.memoro.embedding.note.ContactName;
import org.memoro.languagemodels.KnownContact;
import org.memoro.languagemodels.text.Folding;

/** Picks the contacts a note may be about: an answer depends on nobody else, and a kept one outlives their changes. */
final class NamedContacts {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** A longer name may stand inside a longer word, as in a possessive or a compound. */
    private static final int LONG_ENOUGH_INSIDE = 4;

    private NamedContacts() {}

    /** The contacts of whom any name occurs in the text, always in the same order. */
    static List<KnownContact> of(String note, List<ContactName> contacts) {
        String text = Folding.foldUmlauts(note);
        Set<String> words = words(text).collect(Collectors.toSet());
        return contacts.stream()
                .filter(contact -> isNamed(contact, text, words))
                .sorted(Comparator.comparing(ContactName::id))
                .map(ContactName::known)
                .toList();
    }

    private static boolean isNamed(ContactName contact, String text, Set<String> words) {
        return Stream.of(contact.firstName(), contact.lastName(), contact.nickname())
                .filter(Objects::nonNull)
                .flatMap(name -> words(Folding.foldUmlauts(name)))
                .anyMatch(word -> words.contains(word) || (standsInside(word) && text.contains(word)));
    }

    private static boolean standsInside(String word) {
        return word.length() >= LONG_ENOUGH_INSIDE || word.codePoints().anyMatch(Character::isIdeographic);
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(BETWEEN_WORDS.split(text)).filter(word -> !word.isEmpty());
    }
}
