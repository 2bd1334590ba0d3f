package org.memoro.endtoend.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The matrix sees what a server with a hole would let through. */
@Tag("security")
class ComparisonTests {
    private static final String FOREIGN = "01a1fd71-6e66-7366-8b33-5d92a99f7fdd";
    private static final String NOWHERE = "01a1fd71-6e66-7366-8b33-5d92a99f7fde";

    private HttpServer server;
    private Http http;
    private Hole hole = Hole.NONE;

    /** What a server can do wrong with an id that is somebody else's. */
    enum Hole {
        NONE,
        GIVES_IT,
        ANSWERS_403,
        HAS_ANOTHER_CODE,
        NAMES_IT,
        HAS_A_HEADER_MORE,
        FAILS
    }

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        http = new Http("http://localhost:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void findsNoDifferenceWhereThereIsNone() {
        assertThat(Comparison.difference(read(FOREIGN), List.of(FOREIGN), read(NOWHERE), List.of(NOWHERE)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Hole.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void findsEveryHole(Hole made) {
        hole = made;

        assertThat(Comparison.difference(read(FOREIGN), List.of(FOREIGN), read(NOWHERE), List.of(NOWHERE)))
                .isPresent();
    }

    @Test
    void findsTheOwnersWordsButNotTheIdThatWasSent() {
        hole = Hole.GIVES_IT;

        assertThat(Comparison.leak(read(FOREIGN), Set.of("quokka", FOREIGN), Set.of(FOREIGN)))
                .hasValueSatisfying(leak -> assertThat(leak).startsWith("tells [quokka]"));
        assertThat(Comparison.leak(read(NOWHERE), Set.of("quokka", NOWHERE), Set.of(NOWHERE)))
                .isEmpty();
    }

    private Answer read(String id) {
        return http.send(Call.of("GET /things/{id}").at("id", id), Who.NOBODY);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
        Hole here = id.equals(FOREIGN) ? hole : Hole.NONE;
        int status =
                switch (here) {
                    case GIVES_IT -> 200;
                    case ANSWERS_403 -> 403;
                    case FAILS -> 500;
                    default -> 404;
                };
        String code = here == Hole.HAS_ANOTHER_CODE ? "thing-is-foreign" : "thing-not-found";
        String name = here == Hole.GIVES_IT || here == Hole.NAMES_IT ? "quokka" : id;
        if (here == Hole.HAS_A_HEADER_MORE) {
            exchange.getResponseHeaders().add("ETag", "\"3\"");
        }
        byte[] body = "{\"code\":\"%s\",\"detail\":\"%s\",\"requestId\":\"%s\"}"
                .formatted(code, name, UUID.randomUUID())
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
