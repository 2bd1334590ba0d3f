package org.memoro.embedding;

import java.time.Clock;
import org.memoro.api.ApiHabitsConfiguration;
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

/** The service that reads notes and makes vectors; as consumer of events, as embedder of searches, or as both. */
@EnableConfigurationProperties(EmbeddingWorkerProperties.class)
@Import({
    TenancyConfiguration.class,
    ProblemDetailsConfiguration.class,
    InternalAccessConfiguration.class,
    ApiHabitsConfiguration.class,
    EventsConfiguration.class
})
@SpringBootApplication
public class EmbeddingWorkerApplication {

    public static void main(String[] arguments) {
        builder().run(arguments);
    }

    /** The service ready to run, alone or beside others in one JVM. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(EmbeddingWorkerApplication.class)
                .web(WebApplicationType.REACTIVE)
                .properties("spring.config.name=embedding-worker");
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
