package org.memoro.endtoend.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever is sent, the answer is one that api.md promises: no fault of ours, and a clear problem at most. */
@SecurityTest
class GeneratedCallsTests {
    private static final Path TABLE = Path.of("target", "security", "generated-calls.md");
    private static final int SENDERS = 8;
    private static final int ACCOUNTS = 4;

    @Test
    void answersEveryGeneratedCallAsPromised(SecurityInstance memoro) throws Exception {
        int calls = Integer.getInteger("memoro.security.calls", Run.amount(400, 100_000));
        Http http = new Http(memoro.url());
        ApiDescription api = ApiDescription.of(memoro.url(), http);
        FuzzReport report = new FuzzReport();
        // Two senders share an account and what they know of it, so that their calls meet.
        List<FuzzAccount> accounts = IntStream.range(0, ACCOUNTS)
                .mapToObj(number -> new FuzzAccount(memoro, number))
                .toList();

        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            List<? extends Future<?>> running = IntStream.range(0, SENDERS)
                    .mapToObj(sender -> senders.submit(
                            new Sender(http, memoro.url(), api, accounts.get(sender % ACCOUNTS), sender, report)
                                    .sending(calls / SENDERS)))
                    .toList();
            for (Future<?> sender : running) {
                sender.get();
            }
        }

        report.write(TABLE);
        System.out.println("Security: " + report.summary() + "; table: " + TABLE);
        assertThat(report.breaches()).isEmpty();
        assertThat(report.shareOfUnavailable()).as("503").isLessThan(0.001);
        assertThat(report.shareOfSuccesses()).as("or nothing was tried").isGreaterThan(0.2);
    }
}
