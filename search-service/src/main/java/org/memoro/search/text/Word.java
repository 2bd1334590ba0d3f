package org.memoro.search.text;

import java.util.List;
import java.util.regex.Pattern;

/** A word and where it stands in its text, in UTF-16 units. */
public record Word(String text, int start, int end) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}]*");

    /** The words of a text in their order. */
    public static List<Word> of(String text) {
        return WORD.matcher(text)
                .results()
                .map(found -> new Word(found.group(), found.start(), found.end()))
                .toList();
    }

    /** The word without accents and capitals. */
    public String folded() {
        return Folding.fold(text);
    }

    /** Whether it begins with a capital letter. */
    public boolean isCapitalised() {
        return Character.isUpperCase(text.codePointAt(0));
    }
}
