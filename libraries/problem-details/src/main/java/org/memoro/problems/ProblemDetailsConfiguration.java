package org.memoro.problems;

import org.memoro.logs.LogFieldsConfiguration;
import org.memoro.observation.ObservationConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.adapter.HttpWebHandlerAdapter;
import tools.jackson.databind.module.SimpleModule;

/** Switches on problem answers and request ids in a WebFlux service. */
@Configuration(proxyBeanMethods = false)
@Import({LogFieldsConfiguration.class, ObservationConfiguration.class})
public class ProblemDetailsConfiguration {

    ProblemDetailsConfiguration() {
        // It logs whole addresses, and the query may be what somebody searched for; ProblemHandler says what it would.
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel(HttpWebHandlerAdapter.class.getName(), LogLevel.OFF);
    }

    @Bean
    WebFilter asynchronousAnswers() {
        return new AsynchronousAnswers();
    }

    @Bean
    WebFilter requestIdFilter() {
        return new RequestIdFilter();
    }

    @Bean
    WebExceptionHandler problemHandler() {
        return new ProblemHandler();
    }

    @Bean
    JsonMapperBuilderCustomizer textsWithoutNulCharacters() {
        return json -> json.addModule(new SimpleModule("texts").addDeserializer(String.class, new TextDeserializer()));
    }
}
