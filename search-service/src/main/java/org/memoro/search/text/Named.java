package org.memoro.search.text;

import java.util.List;

/** A text as it is embedded: whom it is with in front, since a search by name is a search by meaning too. */
public final class Named {
    /** Whoever comes after that changes the meaning no more, and a passage has to fit into one request. */
    private static final int LONGEST = 200;

    private Named() {}

    /** {@code Anna, Tom: text}; the names are cut after 200 characters. */
    public static String text(List<String> names, String text) {
        String all = String.join(", ", names);
        return names.isEmpty() ? text : all.substring(0, Math.min(all.length(), LONGEST)) + ": " + text;
    }
}
