package org.memoro.observation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Leaves all of tracing out of a service that has nowhere to send traces to, so that there it costs nothing. */
final class TracesWanted implements AutoConfigurationImportFilter, EnvironmentAware, Condition {
    static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

    private static final List<String> TRACING =
            List.of("org.springframework.boot.micrometer.tracing.", "org.springframework.boot.opentelemetry.");

    private @Nullable Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    /** Which of these may switch themselves on. */
    @Override
    public boolean[] match(@Nullable String[] autoConfigurations, AutoConfigurationMetadata metadata) {
        boolean wanted = areWanted(environment);
        boolean[] matches = new boolean[autoConfigurations.length];
        for (int i = 0; i < matches.length; i++) {
            matches[i] = wanted || !isTracing(autoConfigurations[i]);
        }
        return matches;
    }

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return areWanted(context.getEnvironment());
    }

    private static boolean isTracing(@Nullable String autoConfiguration) {
        return autoConfiguration != null && TRACING.stream().anyMatch(autoConfiguration::startsWith);
    }

    /** An empty address, as a chart or a compose file may hand on, is none. */
    private static boolean areWanted(@Nullable Environment environment) {
        return environment != null && StringUtils.hasText(environment.getProperty(ENDPOINT));
    }
}
