package org.memoro.languagemodels.offline.phrases;

import java.util.Map;
import java.util.Set;
import org.memoro.languagemodels.text.WordList;

/** What one word of a rule file stands for: itself, all forms of a verb, or a list. */
public final class PhraseWords {

    private final Inflections inflections = new Inflections();
    private final Map<String, Set<String>> lists = Map.of(
            "{profession}", WordList.words("facts/professions.txt"),
            "{preferred}", WordList.words("facts/preferred.txt"),
            "{learnable}", WordList.words("facts/learnable.txt"),
            "{illness}", WordList.words("facts/illnesses.txt"),
            "{body}", WordList.words("facts/body-parts.txt"),
            "{course}", WordList.words("facts/courses.txt"),
            "{belonging}", WordList.words("facts/belongings.txt"),
            "{pet}", WordList.words("facts/pets.txt"),
            "{relative}", WordList.words("facts/relatives.txt"));

    Set<String> of(String word) {
        if (word.startsWith("{")) {
            Set<String> list = lists.get(word);
            if (list == null) {
                throw new IllegalStateException("No list is called " + word);
            }
            return list;
        }
        return word.endsWith("~") ? inflections.of(word.substring(0, word.length() - 1)) : Set.of(word);
    }

    public Inflections inflections() {
        return inflections;
    }
}
