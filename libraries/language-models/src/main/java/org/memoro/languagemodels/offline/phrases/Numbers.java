package org.memoro.languagemodels.offline.phrases;

import java.util.Map;
import org.memoro.languagemodels.offline.note.Note;

/** Ages written in digits or as round words. */
public final class Numbers {

    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("thirteen", 13),
            Map.entry("sixteen", 16),
            Map.entry("eighteen", 18),
            Map.entry("twenty", 20),
            Map.entry("twenty-one", 21),
            Map.entry("thirty", 30),
            Map.entry("forty", 40),
            Map.entry("fifty", 50),
            Map.entry("sixty", 60),
            Map.entry("seventy", 70),
            Map.entry("eighty", 80),
            Map.entry("ninety", 90));

    private Numbers() {}

    /** The number at this token, up to 120; 0 when there is none. */
    public static int valueAt(Note note, int at) {
        if (at < 0 || at >= note.size()) {
            return 0;
        }
        String word = note.word(at);
        if (note.token(at).isNumber() && word.length() <= 3) {
            int value = Integer.parseInt(word);
            return value <= 120 ? value : 0;
        }
        return WORDS.getOrDefault(word, 0);
    }

    /** The ordinal at this token, such as 40 for "40th"; 0 when there is none. */
    public static int ordinalAt(Note note, int at) {
        String word = note.word(at);
        if (word.length() < 3 || !Character.isDigit(word.charAt(0))) {
            return 0;
        }
        String digits = word.substring(0, word.length() - 2);
        boolean ordinal = word.endsWith("th") || word.endsWith("st") || word.endsWith("nd") || word.endsWith("rd");
        return ordinal && digits.chars().allMatch(Character::isDigit) && digits.length() <= 3
                ? Integer.parseInt(digits)
                : 0;
    }
}
