package org.memoro.web;

import org.memoro.internaltokens.InternalAccessConfiguration;
import org.memoro.problems.ProblemDetailsConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The pages. They own no data: everything they show is asked from the services in the visitor's name. */
@SpringBootApplication
@Import({ProblemDetailsConfiguration.class, InternalAccessConfiguration.class})
public class WebUiApplication {

    public static void main(String[] args) {
        builder().run(args);
    }

    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(WebUiApplication.class)
                .web(WebApplicationType.REACTIVE)
                .properties("spring.config.name=web-ui");
    }
}
