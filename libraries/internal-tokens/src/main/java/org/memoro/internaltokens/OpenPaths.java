package org.memoro.internaltokens;

import java.util.List;

/** Path patterns of a service that anybody may read without a token, such as the sign-in page and its style sheet. */
public record OpenPaths(List<String> patterns) {
    public OpenPaths {
        patterns = List.copyOf(patterns);
    }
}
