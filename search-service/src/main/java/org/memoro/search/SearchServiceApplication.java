package org.memoro.search;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import java.time.Clock;
import java.util.List;
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

/** The service that keeps a search index of notes and contacts, and answers questions from it. */
@OpenAPIDefinition(info = @Info(title = "Memoro search", version = "1"))
@EnableConfigurationProperties(SearchServiceProperties.class)
@Import({
    TenancyConfiguration.class,
    ProblemDetailsConfiguration.class,
    InternalAccessConfiguration.class,
    EventsConfiguration.class
})
@SpringBootApplication
public class SearchServiceApplication {

    public static void main(String[] arguments) {
        builder().run(arguments);
    }

    /** The service ready to run, alone or beside others in one JVM. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(SearchServiceApplication.class)
                .web(WebApplicationType.REACTIVE)
                .properties("spring.config.name=search-service");
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ActorAccess actorAccess() {
        return new ActorAccess(List.of(new Rule("gateway", "rebuild", HttpMethod.POST, "/internal/v1/rebuild")));
    }
}
