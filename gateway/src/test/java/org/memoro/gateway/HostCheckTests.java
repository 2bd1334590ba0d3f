package org.memoro.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Under which names requests are answered: a page whose own name points here must read nothing (DNS rebinding). */
@Tag("security")
class HostCheckTests {
    private final RunningGateway gateway = RunningGateway.get();

    private RawHttp.Answer ask(String path, String host) {
        return RawHttp.send(gateway.port, "GET " + path + " HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n");
    }

    @Test
    void answersUnderItsOwnNamesWhateverThePort() {
        for (String host : List.of(
                "localhost:" + gateway.port,
                "localhost",
                "LOCALHOST:1",
                "127.0.0.1:" + gateway.port,
                "[::1]",
                "also.example")) {
            assertThat(ask("/api/v1/contacts", "Host: " + host + "\r\n").status())
                    .as(host)
                    .isEqualTo(401);
        }
    }

    @Test
    void refusesEveryOtherName() {
        for (String host : List.of(
                "evil.example",
                "evil.example:" + gateway.port,
                "localhost.evil.example",
                "localhost.",
                "127.0.0.1.nip.io",
                "127.0.0.2",
                "0.0.0.0",
                "[::]",
                "also.example.evil",
                "localhost@evil.example",
                "evil.example#localhost")) {
            RawHttp.Answer answer = ask("/api/v1/contacts", "Host: " + host + "\r\n");
            assertThat(answer.status()).as(host).isIn(421, 400);
            assertThat(answer.text()).as(host).doesNotContain("not-signed-in");
        }
        assertThat(ask("/api/v1/contacts", "Host: evil.example\r\n").text())
                .contains("HTTP/1.1 421", "\"code\":\"misdirected-request\"", "Content-Security-Policy");
    }

    @Test
    void refusesARequestWithoutANameOrWithTwo() {
        assertThat(ask("/api/v1/contacts", "").status()).isIn(400, 421);
        assertThat(ask("/api/v1/contacts", "Host: localhost\r\nHost: evil.example\r\n")
                        .status())
                .isEqualTo(400);
        assertThat(ask("/api/v1/contacts", "Host: evil.example\r\nHost: localhost\r\n")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void takesTheNameInTheRequestLineForTheRightOne() {
        assertThat(ask("http://evil.example/api/v1/contacts", "Host: localhost\r\n")
                        .status())
                .isIn(400, 421);
        assertThat(ask("http://localhost/api/v1/contacts", "Host: evil.example\r\n")
                        .status())
                .isIn(400, 421);
        assertThat(ask("http://localhost/api/v1/contacts", "Host: localhost\r\n")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void letsLoadBalancersAskForHealthUnderAnyName() {
        assertThat(ask("/healthz", "Host: 10.0.0.7:8080\r\n").status()).isEqualTo(200);
        assertThat(ask("/healthz/x", "Host: 10.0.0.7:8080\r\n").status()).isEqualTo(421);
    }

    @Test
    void sendsNobodyToANameFromAHeader() {
        RawHttp.Answer answer = RawHttp.send(
                gateway.port,
                "GET /oauth2/authorization/test HTTP/1.1\r\nHost: also.example\r\nX-Forwarded-Host: evil.example\r\n"
                        + "X-Forwarded-Proto: https\r\nForwarded: host=evil.example;proto=https\r\nConnection: close\r\n\r\n");
        assertThat(answer.text())
                .contains("HTTP/1.1 302")
                .containsIgnoringCase("location: http://localhost:" + gateway.port + "/oauth2/authorization/test")
                .doesNotContain("evil.example", "https://");
    }
}
