package org.memoro.languagemodels;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text for one line of a page: no line breaks, nothing that could become a link or an image, not too long. */
final class ShortText {

    private static final int MAX_LENGTH = 160;

    /** As long as a part of a name may be that somebody types. */
    private static final int LONGEST_NAME = 200;

    private static final Pattern LINK =
            Pattern.compile("://|www\\.|]\\(|!\\[|<[a-z/!]|data:|mailto:|javascript:", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cc}\\p{Cf}]+");

    /** Characters that make a name look like another one, or turn the text around it; joiners are letters to some scripts. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\s\\u200c\\u200d]]");

    /** What code and markup are made of, and no name is. */
    private static final Pattern CODE = Pattern.compile("[<>{}\\[\\]|\\\\]");

    /** Companies and songs may have these, people do not. */
    private static final Pattern NOT_IN_PEOPLE = Pattern.compile("[:;=*#$%@_!?/。，、！？：；]|\\R");

    private static final int MOST_WORDS = 8;

    private ShortText() {}

    /** The text on one line; null when it is empty or carries markup or a link. */
    static @Nullable String orNull(@Nullable String text) {
        if (text == null || LINK.matcher(text).find()) {
            return null;
        }
        String line = cut(text);
        return line.isEmpty() ? null : line;
    }

    /** Whether this can be what somebody or something is called. */
    static boolean isName(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_NAME
                && !LINK.matcher(text).find()
                && !INVISIBLE.matcher(text).find()
                && !CODE.matcher(text).find();
    }

    /** Whether this can be what a person is called: no sentence, and nothing that stands in sentences only. */
    static boolean isPersonName(String text) {
        return isName(text)
                && SPACE.split(text.strip()).length <= MOST_WORDS
                && !NOT_IN_PEOPLE.matcher(text).find();
    }

    static String cut(String text) {
        String line = SPACE.matcher(text).replaceAll(" ").strip();
        if (line.length() <= MAX_LENGTH) {
            return line;
        }
        int space = line.lastIndexOf(' ', MAX_LENGTH);
        return line.substring(0, space > MAX_LENGTH / 2 ? space : MAX_LENGTH);
    }
}
