package org.memoro.api;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.memoro.problems.HttpProblem;
import org.memoro.problems.ProblemException;

/** Entity tags made of a version number (RFC 9110, section 8.8.3). */
public final class Etags {
    private Etags() {}

    /** The {@code ETag} of a version. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Checks an {@code If-Match} header; none, and {@code *}, match every version.
     *
     * @throws ProblemException 412 {@code stale-version} when it names other versions only
     */
    public static void requireMatch(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return;
        }
        if (Arrays.stream(ifMatch.split(",", -1)).map(String::strip).noneMatch(of(version)::equals)) {
            throw ProblemException.of(
                    HttpProblem.STALE_VERSION,
                    "It is at version " + version + " now; read it again before changing it.");
        }
    }
}
