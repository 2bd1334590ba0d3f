package org.memoro.contacts;

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
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The contact service: the people of every account and what is known about them. */
@SpringBootApplication
@EnableScheduling
@Import({
    TenancyConfiguration.class,
    ProblemDetailsConfiguration.class,
    InternalAccessConfiguration.class,
    ApiHabitsConfiguration.class,
    EventsConfiguration.class
})
public class ContactServiceApplication {

    public static void main(String[] args) {
        builder().run(args);
    }

    /** The service with its settings, to be run alone or beside others in one process. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(ContactServiceApplication.class)
                .web(WebApplicationType.REACTIVE)
                .properties("spring.config.name=contact-service");
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ActorAccess actorAccess() {
        return new ActorAccess(List.of(
                new Rule("gateway", "export", HttpMethod.GET, "/internal/v1/export"),
                new Rule("gateway", "export", HttpMethod.GET, "/internal/v1/export/{file}"),
                new Rule("embedding-worker", "enrich", HttpMethod.GET, "/internal/v1/contacts/names"),
                new Rule("embedding-worker", "enrich", HttpMethod.POST, "/internal/v1/contacts/lookup"),
                new Rule("interaction-service", "participants", HttpMethod.POST, "/internal/v1/contacts/lookup"),
                new Rule("search-service", "index", HttpMethod.POST, "/internal/v1/contacts/lookup"),
                new Rule("search-service", "index", HttpMethod.GET, "/internal/v1/contacts"),
                new Rule("search-service", "index", HttpMethod.GET, "/internal/v1/contacts/{id}"),
                new Rule(
                        "interaction-service",
                        "participants",
                        HttpMethod.GET,
                        "/internal/v1/interactions/{id}/participants")));
    }
}
