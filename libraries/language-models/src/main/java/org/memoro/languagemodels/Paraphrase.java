package org.memoro.languagemodels;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.memoro.languagemodels.text.Folding;
import org.memoro.languagemodels.text.Token;
import org.memoro.languagemodels.text.Tokenizer;

/** Tells a note said in fewer words from something that it does not say. */
final class Paraphrase {

    /** Words shorter than this hold sentences together and say little. */
    private static final int SHORTEST = 4;

    /** What stays of a word in its other forms: moved, moves, moving. */
    private static final int STEM = 4;

    private final Set<String> stems;
    private final Set<String> words;

    Paraphrase(String note) {
        this.words = words(note).collect(Collectors.toSet());
        this.stems = words.stream().map(Paraphrase::stem).collect(Collectors.toSet());
    }

    /** Whether at least half of the words are the note's, and all of the numbers. */
    boolean isOfNote(String text) {
        List<String> numbers = words(text).filter(Paraphrase::isNumber).toList();
        List<String> telling =
                words(text).filter(word -> word.length() >= SHORTEST).toList();
        long known = telling.stream().filter(word -> stems.contains(stem(word))).count();
        return words.containsAll(numbers) && known * 2 >= telling.size();
    }

    private static Stream<String> words(String text) {
        return Tokenizer.tokens(text).stream()
                .map(Token::text)
                .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
                .map(Folding::foldUmlauts);
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }

    private static String stem(String word) {
        return word.length() <= STEM ? word : word.substring(0, STEM);
    }
}
