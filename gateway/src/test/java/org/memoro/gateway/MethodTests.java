package org.memoro.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods that no call of ours has. */
@Tag("security")
class MethodTests {

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "DEBUG", "PROPFIND", "COPY"})
    void areRefusedAndEchoNothing(String method) {
        RunningGateway gateway = RunningGateway.get();
        Browser browser = gateway.signedIn();
        int before = gateway.pages.requests().size();

        HttpResponse<String> answer = browser.send(method, "/", null, "X-Echo", "say-this-again");

        assertThat(answer.statusCode()).isBetween(400, 405);
        assertThat(answer.body()).doesNotContain("say-this-again");
        assertThat(gateway.pages.requests()).hasSize(before);
    }
}
