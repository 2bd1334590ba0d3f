package org.memoro.languagemodels.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** Finds names that stand in a text as words of their own: there is no Tom in tomorrow and no Ed in called. */
public final class NameInText {

    /** Scripts that put spaces between words. Elsewhere a name may touch its neighbours. */
    private static final Set<UnicodeScript> SPACED =
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.GREEK, UnicodeScript.CYRILLIC);

    /** As long as the endings that languages hang on names: Annas, Petrovas, Tomaszem. */
    private static final int LONGEST_ENDING = 3;

    private NameInText() {}

    /** Whether the name occurs in the text, both folded in the same way. */
    public static boolean occurs(String name, String text) {
        for (int at = name.isEmpty() ? -1 : text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            if (beginsWord(text, at) && endsWord(text, at + name.length(), name.length() / 2)) {
                return true;
            }
        }
        return false;
    }

    private static boolean beginsWord(String text, int at) {
        return at == 0 || !isSpaced(text.codePointBefore(at)) || !isSpaced(text.codePointAt(at));
    }

    private static boolean endsWord(String text, int end, int longest) {
        if (!isSpaced(text.codePointBefore(end))) {
            return true;
        }
        int ending = 0;
        while (end + ending < text.length() && isSpaced(text.codePointAt(end + ending))) {
            ending++;
        }
        // Short names begin many words: an ending may be half as long as they are.
        return ending <= Math.min(longest, LONGEST_ENDING);
    }

    private static boolean isSpaced(int character) {
        return Character.isDigit(character)
                || (Character.isLetter(character) && SPACED.contains(UnicodeScript.of(character)));
    }
}
