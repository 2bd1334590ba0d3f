package org.memoro.local;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memoro.local.signin.LocalSignIn;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/** Keeps the services from switching on what only the sign-in brought onto the class path they share here. */
final class WithoutServletServers implements AutoConfigurationImportFilter, EnvironmentAware {
    private static final List<String> FOREIGN = List.of(
            "org.springframework.boot.tomcat.",
            "org.springframework.boot.webmvc.",
            "org.springframework.boot.servlet.");

    private boolean isSignIn;

    @Override
    public void setEnvironment(Environment environment) {
        isSignIn = LocalSignIn.NAME.equals(environment.getProperty("spring.config.name"));
    }

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        boolean[] wanted = new boolean[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            String candidate = candidates[i];
            wanted[i] = isSignIn || candidate == null || FOREIGN.stream().noneMatch(candidate::startsWith);
        }
        return wanted;
    }
}
