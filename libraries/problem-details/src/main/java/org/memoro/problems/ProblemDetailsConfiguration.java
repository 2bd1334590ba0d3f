package org.memoro.problems;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.server.WebFilter;
import tools.jackson.databind.module.SimpleModule;

/** Switches on problem answers and request ids in a WebFlux service. */
@Configuration(proxyBeanMethods = false)
public class ProblemDetailsConfiguration {

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
