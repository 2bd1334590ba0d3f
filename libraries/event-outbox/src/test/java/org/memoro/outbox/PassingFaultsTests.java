package org.memoro.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.R2dbcNonTransientResourceException;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.memoro.internaltokens.DependencyUnavailable;
import org.memoro.internaltokens.NotThere;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;

class PassingFaultsTests {

    @Test
    void waitsForNeighboursAndTheDatabase() {
        assertPassing(new DependencyUnavailable("contact-service", null));
        assertPassing(new ConnectException());
        assertPassing(new TimeoutException());
        assertPassing(new QueryTimeoutException("slow"));
        assertPassing(new R2dbcNonTransientResourceException("connection closed"));
    }

    @Test
    void looksAtTheCause() {
        assertPassing(new IllegalStateException(new RuntimeException(new TimeoutException())));
    }

    @Test
    void doesNotWaitForARecordToBecomeRight() {
        assertThat(PassingFaults.isPassing(new DataIntegrityViolationException("broken rule")))
                .isFalse();
        assertThat(PassingFaults.isPassing(new IllegalArgumentException())).isFalse();
        assertThat(PassingFaults.isPassing(new NotThere("interaction-not-found")))
                .isFalse();
    }

    private static void assertPassing(Throwable fault) {
        assertThat(PassingFaults.isPassing(fault)).isTrue();
    }
}
