package org.memoro.web.layout;

import org.jspecify.annotations.Nullable;

/** The page a plain form came from, where its answer leads back to. */
public final class Back {

    private Back() {}

    /** This address when it is one of ours, else the other. */
    public static String to(@Nullable String asked, String otherwise) {
        return isOurs(asked) ? asked : otherwise;
    }

    @org.jspecify.annotations.NullUnmarked
    private static boolean isOurs(String asked) {
        return asked != null && asked.matches("/(?![/\\\\])[A-Za-z0-9/_?=&%.#-]*");
    }
}
