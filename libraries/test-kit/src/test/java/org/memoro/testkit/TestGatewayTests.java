package org.memoro.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TestGatewayTests {
    private final TestGateway gateway = TestGateway.start();
    private final UUID account = UUID.randomUUID();

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void issuesTokensForWork() throws Exception {
        String form = "audience=contact-service&subject=" + account + "&purpose=brief";

        HttpResponse<String> answer = tokens(form, secret());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(claims(answer.body())).contains(account.toString(), "\"actor\":\"web-ui\"", "\"purpose\":\"brief\"");
    }

    @Test
    void exchangesAPersonsToken() throws Exception {
        String form = "audience=contact-service&subject_token=" + gateway.userToken(account, "web-ui");

        assertThat(claims(tokens(form, secret()).body())).contains(account.toString(), "contact-service");
    }

    @Test
    void refusesAWrongSecret() throws Exception {
        assertThat(tokens("audience=a&subject=b&purpose=c", "wrong").statusCode())
                .isEqualTo(401);
    }

    private String secret() {
        return gateway.args()[1].split("=", 2)[1];
    }

    private static String claims(String answer) {
        String token = answer.split("\"")[3];
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private HttpResponse<String> tokens(String form, String secret) throws Exception {
        String credential = Base64.getEncoder().encodeToString(("web-ui:" + secret).getBytes());
        HttpRequest request = HttpRequest.newBuilder(URI.create(gateway.url() + "/internal/v1/tokens"))
                .header("Authorization", "Basic " + credential)
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
