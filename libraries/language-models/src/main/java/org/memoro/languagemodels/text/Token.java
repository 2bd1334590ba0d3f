package org.memoro.languagemodels.text;

/**
 * A word, number or mark of a note; {@code start} and {@code end} are UTF-16 offsets, {@code word} is the folded form
 * that rules compare.
 */
public record Token(int start, int end, String text, String word, boolean afterSpace, boolean afterLineBreak) {

    public boolean isCapitalised() {
        int first = text.codePointAt(0);
        return Character.isUpperCase(first) || Character.isTitleCase(first);
    }

    /** Two or more capitals and nothing else, as in {@code MRI}. */
    public boolean isAllCapitals() {
        return text.length() > 1 && text.chars().allMatch(Character::isUpperCase);
    }

    public boolean isWord() {
        return Character.isLetter(text.codePointAt(0));
    }

    public boolean isNumber() {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    public boolean is(String... words) {
        for (String each : words) {
            if (word.equals(each)) {
                return true;
            }
        }
        return false;
    }
}
