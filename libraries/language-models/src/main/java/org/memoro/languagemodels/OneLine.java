package org.memoro.languagemodels;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text for one line of a page: no line breaks, nothing that could become a link or an image, not too long. */
final class OneLine {

    private static final int MAX_LENGTH = 160;
    private static final Pattern LINK = Pattern.compile("://|www\\.|]\\(|<[a-zA-Z/!]|data:|javascript:");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cc}\\p{Cf}]+");

    private OneLine() {}

    /** The text on one line; null when it is empty or carries markup or a link. */
    static @Nullable String orNull(@Nullable String text) {
        if (text == null || LINK.matcher(text).find()) {
            return null;
        }
        String line = cut(text);
        return line.isEmpty() ? null : line;
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
