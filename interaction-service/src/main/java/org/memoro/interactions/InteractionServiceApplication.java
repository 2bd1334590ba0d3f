package org.memoro.interactions;

import java.time.Clock;
import java.util.List;
import org.memoro.api.ApiHabitsConfiguration;
import org.memoro.internaltokens.ActorAccess;
import org.memoro.internaltokens.ActorAccess.Rule;
import org.memoro.internaltokens.InternalAccessConfiguration;
import org.memoro.outbox.EventsConfiguration;
import org.memoro.problems.ProblemDetailsConfiguration;
import org.memoro.tenancy.TenancyConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

/** The service that keeps notes. */
@SpringBootApplication
@EnableConfigurationProperties(InteractionServiceProperties.class)
@Import({
    TenancyConfiguration.class,
    ProblemDetailsConfiguration.class,
    InternalAccessConfiguration.class,
    ApiHabitsConfiguration.class,
    EventsConfiguration.class
})
public class InteractionServiceApplication {
    /** The name other services know this one by, and under which its inbox remembers. */
    public static final String NAME = "interaction-service";

    public static void main(String[] args) {
        builder().run(args);
    }

    /** The service as one context; several services may run in one JVM. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(InteractionServiceApplication.class)
                .web(WebApplicationType.REACTIVE)
                .properties("spring.config.name=" + NAME);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ActorAccess actorAccess() {
        String note = "/internal/v1/interactions/{id}";
        return new ActorAccess(List.of(
                new Rule("gateway", "export", HttpMethod.GET, "/internal/v1/export"),
                new Rule("gateway", "export", HttpMethod.GET, "/internal/v1/export/{file}"),
                new Rule("embedding-worker", "enrich", HttpMethod.GET, note),
                new Rule("search-service", "index", HttpMethod.GET, note),
                new Rule("search-service", "index", HttpMethod.GET, "/internal/v1/interactions"),
                new Rule("contact-service", "apply-facts", HttpMethod.GET, note),
                new Rule(
                        "contact-service", "brief", HttpMethod.GET, "/internal/v1/contacts/{contactId}/interactions")));
    }
}
