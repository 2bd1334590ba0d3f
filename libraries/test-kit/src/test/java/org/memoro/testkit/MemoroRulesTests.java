package org.memoro.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

@Tag("security")
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
    void seesEveryWayAroundTheTenancyLibrary() {
        for (Class<?> type :
                List.of(OpensAPool.class, OpensAConnection.class, UsesJdbc.class, BeginsATransaction.class)) {
            assertThat(breaches(MemoroRules.CONNECTIONS, type))
                    .as(type.getName())
                    .contains("whose rows");
        }
        assertThat(breaches(MemoroRules.CONNECTIONS, LooksUp.class)).contains("only the gateway");
        assertThat(breaches(MemoroRules.CONNECTIONS, TakesAClock.class)).isEmpty();
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
        return breaches(MemoroRules.ALL.subList(0, 4), type);
    }

    private static String breaches(List<ArchRule> rules, Class<?> type) {
        JavaClasses classes = new ClassFileImporter().importClasses(type);
        StringBuilder breaches = new StringBuilder();
        rules.stream()
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

    record OpensAPool(ConnectionPool pool) {}

    record OpensAConnection(ConnectionFactory connections) {}

    record UsesJdbc(javax.sql.DataSource source) {}

    record BeginsATransaction(TransactionalOperator transactions) {}

    static class LooksUp {
        Mono<Long> look(TenantTransactions transactions, Mono<Long> work) {
            return transactions.beforeTenant(work);
        }
    }
}
