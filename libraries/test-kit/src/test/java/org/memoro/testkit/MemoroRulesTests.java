package org.memoro.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

class MemoroRulesTests {

    @Test
    void seesTheSystemClock() {
        assertThat(breaches(ReadsTheClock.class)).contains("Clock").contains("Instant.now()");
        assertThat(breaches(TakesAClock.class)).isEmpty();
    }

    @Test
    void seesBlocking() {
        assertThat(breaches(Blocks.class)).contains("event-loop");
    }

    @Test
    void seesADatabaseClientOutsideAStore() {
        assertThat(breaches(TalksToTheDatabase.class)).contains(".sql files");
    }

    @Test
    void seesNamesThatSayNothing() {
        assertThat(breaches(ClockManager.class)).contains("a name says");
    }

    @Test
    void refusesAPackageWithoutClasses() {
        assertThatThrownBy(() -> MemoroRules.check("org.memoro.nowhere")).hasMessageContaining("no class");
    }

    private static String breaches(Class<?> type) {
        JavaClasses classes = new ClassFileImporter().importClasses(type);
        StringBuilder breaches = new StringBuilder();
        MemoroRules.ALL.stream()
                .limit(4)
                .map(rule -> rule.allowEmptyShould(true).evaluate(classes))
                .filter(result -> result.hasViolation())
                .forEach(result -> breaches.append(result.getFailureReport()));
        return breaches.toString();
    }

    static class ReadsTheClock {
        Instant now = Instant.now();
    }

    static class TakesAClock {
        Instant now(Clock clock) {
            return Instant.now(clock);
        }
    }

    static class Blocks {
        String value(Mono<String> mono) {
            return mono.block();
        }
    }

    static class TalksToTheDatabase {
        void talk(DatabaseClient client) {
            client.sql("SELECT 1");
        }
    }

    static class ClockManager {}
}
