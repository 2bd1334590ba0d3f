package org.memoro.web.layout;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A person as a small round picture: two letters on a colour that never changes. */
public record Face(String initials, int hue) {

    private static final int HUES = 8;

    public static Face of(UUID id, String name) {
        return new Face(initials(name), Math.floorMod(id.hashCode(), HUES) + 1);
    }

    private static String initials(String name) {
        List<String> words = Arrays.stream(name.strip().split("\\s+"))
                .filter(word -> !word.isEmpty() && Character.isLetterOrDigit(word.codePointAt(0)))
                .toList();
        if (words.isEmpty()) {
            return "?";
        }
        String first = firstLetter(words.getFirst());
        return words.size() == 1 ? first : first + firstLetter(words.getLast());
    }

    private static String firstLetter(String word) {
        return Character.toString(word.codePointAt(0)).toUpperCase(Locale.ROOT);
    }
}
