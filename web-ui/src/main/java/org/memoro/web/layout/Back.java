package org.memoro.web.layout;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The page a plain form came from, where its answer leads back to. */
public final class Back {

    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[A-Za-z0-9/_?=&%.#-]*");

    private Back() {}

    /** This address when it is one of ours, else the other. */
    public static String to(@Nullable String asked, String otherwise) {
        return asked != null && OURS.matcher(asked).matches() ? asked : otherwise;
    }
}
