package org.memoro.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StubServiceTests {
    private final StubService stub = StubService.start();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void answersWhatItWasToldAndRemembersWhatItWasAsked() throws Exception {
        stub.on("POST", "/lookup", 200, "{\"a\":1}");

        assertThat(post("/lookup?x=1", "hello").body()).isEqualTo("{\"a\":1}");
        assertThat(stub.requests()).singleElement().satisfies(request -> {
            assertThat(request.body()).isEqualTo("hello");
            assertThat(request.query()).isEqualTo("x=1");
        });
    }

    @Test
    void knowsNothingElse() throws Exception {
        assertThat(post("/other", "").statusCode()).isEqualTo(404);
    }

    @Test
    void canBeGoneAndComeBack() throws Exception {
        stub.on("POST", "/lookup", 204, "");
        stub.down();
        assertThatThrownBy(() -> post("/lookup", "")).isInstanceOf(ConnectException.class);

        stub.up();
        assertThat(post("/lookup", "").statusCode()).isEqualTo(204);
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(stub.url() + path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
