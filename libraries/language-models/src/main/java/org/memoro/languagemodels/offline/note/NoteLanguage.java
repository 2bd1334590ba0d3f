package org.memoro.languagemodels.offline.note;

import java.lang.Character.UnicodeScript;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.memoro.languagemodels.text.Folding;
import org.memoro.languagemodels.text.Token;
import org.memoro.languagemodels.text.Tokenizer;
import org.memoro.languagemodels.text.WordList;

/** Tells English notes, which the rules are made for, from those in another language, by their letters and small words. */
public final class NoteLanguage {

    private static final String ENGLISH = "english";

    /** One foreign word is a dish or a place. */
    private static final int TELLING = 2;

    /** English notes quote other languages; those that speak one have this many times more of its words. */
    private static final int MAJORITY = 3;

    private final Map<String, Set<String>> smallWords = new LinkedHashMap<>();

    public NoteLanguage() {
        WordList.sections("words/small-words.txt")
                .forEach((language, lines) -> smallWords.put(
                        language,
                        lines.stream()
                                .flatMap(line -> Stream.of(line.split("\\s+")))
                                .map(Folding::fold)
                                .collect(Collectors.toUnmodifiableSet())));
    }

    /** In doubt a note is English: a few words without a sentence say nothing of their language. */
    public boolean isEnglish(String text) {
        return !isMostlyInOtherLetters(text) && !hasSmallWordsOfAnother(text);
    }

    /** Whether the word is none that names somebody, such as "Elle" and "Mai" at the start of a sentence. */
    public boolean isSmallWord(String word) {
        return smallWords.values().stream().anyMatch(words -> words.contains(Folding.fold(word)));
    }

    private boolean hasSmallWordsOfAnother(String text) {
        List<String> words = Tokenizer.tokens(text).stream().map(Token::word).toList();
        return smallWords.keySet().stream()
                .filter(language -> !language.equals(ENGLISH))
                .anyMatch(language -> speaks(words, language));
    }

    private boolean speaks(List<String> words, String language) {
        long foreign = countOnlyIn(language, ENGLISH, words);
        return foreign >= TELLING && foreign > MAJORITY * countOnlyIn(ENGLISH, language, words);
    }

    private long countOnlyIn(String language, String other, List<String> words) {
        Set<String> known = smallWords.getOrDefault(language, Set.of());
        Set<String> shared = smallWords.getOrDefault(other, Set.of());
        return words.stream()
                .filter(word -> known.contains(word) && !shared.contains(word))
                .count();
    }

    private static boolean isMostlyInOtherLetters(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long latin = text.codePoints()
                .filter(Character::isLetter)
                .filter(letter -> UnicodeScript.of(letter) == UnicodeScript.LATIN)
                .count();
        return letters - latin > latin;
    }
}
