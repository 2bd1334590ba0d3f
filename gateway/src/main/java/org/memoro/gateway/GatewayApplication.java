package org.memoro.gateway;

import java.time.Clock;
import org.memoro.outbox.EventsConfiguration;
import org.memoro.problems.ProblemDetailsConfiguration;
import org.memoro.tenancy.TenancyConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The gateway as a process, or as one of several contexts in one process. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import({TenancyConfiguration.class, ProblemDetailsConfiguration.class, EventsConfiguration.class})
public class GatewayApplication {

    public static void main(String[] arguments) {
        builder().run(arguments);
    }

    /** How the gateway starts, wherever it runs. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(GatewayApplication.class)
                .web(WebApplicationType.REACTIVE)
                .properties("spring.config.name=gateway");
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
