package org.memoro.languagemodels.offline.phrases;

import java.util.Map;
import java.util.Set;
import org.memoro.languagemodels.text.WordList;

/** What one word of a rule file stands for: itself, all forms of a verb, or a list. */
public final class PhraseWords {

    private final Inflections inflections = new Inflections();
    private final Map<String, Set<String>> lists = Map.ofEntries(
            list("{profession}", "professions"),
            list("{title}", "titles"),
            list("{firm}", "firms"),
            list("{employer}", "employers"),
            list("{preferred}", "preferred"),
            list("{learnable}", "learnable"),
            list("{illness}", "illnesses"),
            list("{body}", "body-parts"),
            list("{course}", "courses"),
            list("{belonging}", "belongings"),
            list("{pet}", "pets"),
            list("{home}", "homes"),
            list("{relative}", "relatives"));

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

    private static Map.Entry<String, Set<String>> list(String name, String file) {
        return Map.entry(name, WordList.words("facts/" + file + ".txt"));
    }

    public Inflections inflections() {
        return inflections;
    }
}
