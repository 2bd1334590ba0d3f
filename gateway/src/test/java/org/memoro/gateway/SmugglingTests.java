package org.memoro.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that try to mean two things: the hidden one is never answered and never reaches a service. */
@Tag("security")
class SmugglingTests {
    private static final String HIDDEN = "GET /api/v1/contacts/smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private RunningGateway gateway;
    private String head;

    @BeforeEach
    void fresh() {
        gateway = RunningGateway.get();
        Browser ada = gateway.signedIn();
        head = "POST /api/v1/contacts HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nCookie: "
                + gateway.cookieName() + "=" + ada.cookies.get(gateway.cookieName()) + "\r\nX-CSRF-Token: "
                + gateway.csrfToken(ada) + "\r\n";
        gateway.contacts.on("POST", "/api/v1/contacts", 201, "{}");
        gateway.contacts.on("GET", "/api/v1/contacts/smuggled", 200, "{}");
    }

    static Stream<Arguments> twoMeanings() {
        String zero = "0\r\n\r\n";
        return Stream.of(
                Arguments.of("length and chunks", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n" + zero),
                Arguments.of("chunks and length", "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n" + zero),
                Arguments.of(
                        "short length and chunks", "Content-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n" + zero),
                Arguments.of("an unknown coding", "Transfer-Encoding: xchunked\r\nContent-Length: 0\r\n\r\n"),
                Arguments.of("two codings", "Transfer-Encoding: chunked, identity\r\nContent-Length: 0\r\n\r\n"),
                Arguments.of("identity", "Transfer-Encoding: identity\r\nContent-Length: 0\r\n\r\n"),
                Arguments.of("a coding twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: cow\r\n\r\n" + zero),
                Arguments.of("a coding in quotes", "Transfer-Encoding: \"chunked\"\r\nContent-Length: 0\r\n\r\n"),
                Arguments.of("a tab in the coding", "Transfer-Encoding:\u000bchunked\r\nContent-Length: 0\r\n\r\n"),
                Arguments.of("a space before the colon", "Transfer-Encoding : chunked\r\nContent-Length: 0\r\n\r\n"),
                Arguments.of("a NUL in the coding", "Transfer-Encoding: chun\0ked\r\nContent-Length: 0\r\n\r\n"),
                Arguments.of("a folded coding", "Transfer-Encoding:\r\n chunked\r\nContent-Length: 0\r\n\r\n"),
                Arguments.of("two lengths", "Content-Length: 0\r\nContent-Length: 60\r\n\r\n"),
                Arguments.of("two lengths in one", "Content-Length: 0, 60\r\n\r\n"),
                Arguments.of("a signed length", "Content-Length: +0\r\n\r\n"),
                Arguments.of("a negative length", "Content-Length: -1\r\n\r\n"),
                Arguments.of("a length in hex", "Content-Length: 0x0\r\n\r\n"),
                Arguments.of("a folded length", "Content-Length:\r\n 0\r\n\r\n"),
                Arguments.of("a bare line feed", "X-A: b\nContent-Length: 0\r\n\r\n"),
                Arguments.of("a bare carriage return", "X-A: b\rContent-Length: 0\r\n\r\n"),
                Arguments.of("a header without a name", ": b\r\nContent-Length: 0\r\n\r\n"),
                Arguments.of("a header without a colon", "nothing\r\nContent-Length: 0\r\n\r\n"),
                Arguments.of("a chunk of a wrong size", "Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n"),
                Arguments.of("a negative chunk", "Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n"),
                Arguments.of(
                        "a chunk larger than a number", "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff1\r\n\r\n"),
                Arguments.of(
                        "a chunk extension without end",
                        "Transfer-Encoding: chunked\r\n\r\n1;" + "x".repeat(20_000) + "\r\na\r\n" + zero),
                Arguments.of("a line feed in a chunk extension", "Transfer-Encoding: chunked\r\n\r\n0;a\nb\r\n\r\n"),
                Arguments.of("a chunk longer than it says", "Transfer-Encoding: chunked\r\n\r\n1\r\nab\r\n" + zero));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("twoMeanings")
    void answersNoRequestThatIsHiddenBehind(String what, String rest) {
        RawHttp.Answer answer = RawHttp.send(gateway.port, head + rest + HIDDEN, 1_500);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.count()).isEqualTo(1);
        assertThat(answer.closed()).isTrue();
        assertThat(gateway.contacts.requests()).isEmpty();
    }

    /** The control: what the attacks above hide would be answered if it were said aloud. */
    @Test
    void answersTwoRequestsThatAreTwo() {
        RawHttp.Answer answer = RawHttp.send(gateway.port, head + "Content-Length: 0\r\n\r\n" + HIDDEN, 1_500);

        assertThat(answer.count()).isEqualTo(2);
        assertThat(answer.text()).contains("HTTP/1.1 201", "HTTP/1.1 401");
    }

    @Test
    void readsAFoldedHeaderAsOneLine() {
        RawHttp.Answer answer =
                RawHttp.send(gateway.port, head + "X-A: b\r\n\tc: d\r\nContent-Length: 0\r\n\r\n" + HIDDEN, 1_500);

        assertThat(answer.count()).isEqualTo(2);
        assertThat(gateway.contacts.requests()).hasSize(1);
        assertThat(RunningGateway.last(gateway.contacts).header("X-A")).isEqualTo("b c: d");
    }

    @Test
    void putsNothingOfAClientOnALineOfItsOwn() {
        for (String path : List.of(
                "/%0d%0aX-Injected:%20yes", "/sign-in%0d%0a%0d%0a<script>", "/people?next=%0d%0aX-Injected:%20yes")) {
            RawHttp.Answer answer = RawHttp.send(
                    gateway.port, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(answer.text()).as(path).doesNotContainIgnoringCase("\r\nX-Injected", "<script>");
        }
    }

    @Test
    void knowsNoHttpBeforeHeaders() {
        RawHttp.Answer answer = RawHttp.send(gateway.port, "GET /api/v1/contacts\r\n\r\n", 1_500);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.closed()).isTrue();
        assertThat(gateway.contacts.requests()).isEmpty();
    }
}
