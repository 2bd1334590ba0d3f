package org.memoro.local;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceOfLogEntryTests {

    @ParameterizedTest
    @CsvSource({
        "org.memoro.contacts.contact.Contacts, reactor-tcp-epoll-1, contact-service",
        "org.memoro.embedding, main, embedding-worker",
        "org.springframework.kafka.X, search-service-0-C-1, search-service",
        "org.memoro.local.LocalMemoro, main, local",
        "org.memoro.tenancy.SchemaMigration, interaction-service, interaction-service"
    })
    void readsItFromTheLoggerOrTheThread(String logger, String thread, String service) {
        LoggingEvent event = new LoggingEvent();
        event.setLoggerName(logger);
        event.setThreadName(thread);

        assertThat(new ServiceOfLogEntry().convert(event)).isEqualTo(service);
    }
}
