package org.memoro.logs;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ThreadLocalAccessor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Hooks;

/** Switches on that log entries carry the fields of the request or event they belong to. */
@Configuration(proxyBeanMethods = false)
public class LogFieldsConfiguration {

    LogFieldsConfiguration() {
        // All of this holds for the whole JVM and does nothing the second time: several services may share it.
        ContextRegistry registry = ContextRegistry.getInstance();
        registry.registerThreadLocalAccessor(new LogFieldsAccessor());
        // Spring Security and Micrometer bring four for code that reads thread-locals. We have none, and they cost
        // every
        // operator of every request: a tenth of the processor's time (docs/security/logging.md).
        registry.getThreadLocalAccessors().stream()
                .map(ThreadLocalAccessor::key)
                .filter(key -> !key.equals(LogFields.KEY))
                .toList()
                .forEach(registry::removeThreadLocalAccessor);
        Hooks.enableAutomaticContextPropagation();
    }

    @Bean
    AccountHash accountHash(@Value("${memoro.logs.account-key:}") String key) {
        return key.isEmpty() ? AccountHash.ofThisProcess() : AccountHash.with(key);
    }
}
