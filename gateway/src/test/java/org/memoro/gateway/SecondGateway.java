package org.memoro.gateway;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.memoro.testkit.TestKafka;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Another replica beside the running gateway: the same database, an https address, and a clock that a test can set. */
final class SecondGateway {
    static final String COOKIE = "__Host-memoro";

    private static SecondGateway running;
    private static volatile Duration ahead = Duration.ZERO;

    final int port = RunningGateway.freePort();
    final ConfigurableApplicationContext context;

    /** No @Configuration: the scan would give it to every gateway of these tests. */
    static class AheadOfTime {
        @Bean
        @Primary
        Clock clockOfTheTest() {
            return new Clock() {
                @Override
                public java.time.Instant instant() {
                    return java.time.Instant.now().plus(ahead);
                }

                @Override
                public java.time.ZoneId getZone() {
                    return java.time.ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(java.time.ZoneId zone) {
                    return this;
                }
            };
        }
    }

    private SecondGateway(RunningGateway first) {
        List<String> args = new ArrayList<>(List.of(
                "--memoro.gateway.port=" + port,
                "--memoro.gateway.public-url=https://localhost:" + port,
                "--memoro.bind-address=127.0.0.1",
                "--memoro.gateway.internal-port=0",
                "--memoro.management-port=-1",
                "--memoro.sign-in.providers.test.issuer=" + first.provider.issuer(),
                "--memoro.sign-in.providers.test.client-id=" + FakeProvider.CLIENT_ID,
                "--memoro.sign-in.providers.test.client-secret=" + FakeProvider.CLIENT_SECRET,
                "--memoro.sign-in.allowed-domains=example.com",
                "--memoro.services.contact-service=" + first.contacts.url(),
                "--memoro.services.interaction-service=" + first.interactions.url(),
                "--memoro.services.search-service=" + first.search.url(),
                "--memoro.services.embedding-worker=" + first.worker.url(),
                "--memoro.services.web-ui=" + first.pages.url()));
        args.addAll(Arrays.asList(first.database.args()));
        args.addAll(Arrays.asList(TestKafka.args()));
        context = GatewayApplication.builder().sources(AheadOfTime.class).run(args.toArray(String[]::new));
    }

    static synchronized SecondGateway beside(RunningGateway first) {
        if (running == null) {
            running = new SecondGateway(first);
        }
        ahead = Duration.ZERO;
        return running;
    }

    /** From now on it is so much later there. */
    void pass(Duration time) {
        ahead = ahead.plus(time);
    }

    Browser browser() {
        return new Browser(URI.create("http://localhost:" + port)); // what stands in front has taken the TLS off
    }

    /** A browser that shows this as its session. */
    Browser showing(String session) {
        Browser browser = browser();
        browser.cookies.put(COOKIE, session);
        return browser;
    }
}
