package org.memoro.local;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/**
 * Keeps the services from switching on what only the sign-in brought onto the class path they share here.
 *
 * <p>The sign-in itself names its auto-configurations one by one, which this filter does not see.
 */
final class WithoutServletServers implements AutoConfigurationImportFilter {
    private static final List<String> FOREIGN = List.of(
            "org.springframework.boot.tomcat.",
            "org.springframework.boot.webmvc.",
            "org.springframework.boot.servlet.");

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        boolean[] wanted = new boolean[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            String candidate = candidates[i];
            wanted[i] = candidate == null || FOREIGN.stream().noneMatch(candidate::startsWith);
        }
        return wanted;
    }
}
