package org.memoro.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.memoro.internaltokens.EnrichmentMode;

/** What somebody tries who reaches a service without the gateway: each service believes the gateway's token only. */
public final class DirectCalls {
    private static final List<String> FORGED = List.of(
            "X-User-Id",
            "X-User",
            "X-Account-Id",
            "X-Auth-Request-User",
            "X-Forwarded-User",
            "X-Memoro-User",
            "X-Memoro-Account",
            "Remote-User");

    private DirectCalls() {}

    /**
     * Tries each path in every wrong way, and once in the right way, so that a path which is not there is no success.
     *
     * @param service the name by which tokens are meant for it
     */
    public static void areRefused(String url, TestGateway gateway, String service, List<String> paths) {
        UUID victim = UUID.randomUUID();
        List<String> faults = new ArrayList<>();
        try (TestGateway stranger = TestGateway.start();
                HttpClient http = HttpClient.newHttpClient()) {
            Map<String, String> wrong = wrongCredentials(gateway, stranger, service, victim);
            for (String path : paths) {
                URI address = URI.create(url + path);
                String right = "Bearer " + gateway.userToken(victim, service);
                if (send(http, address, victim, right).statusCode() == 401) {
                    faults.add(path + " refuses the right token too");
                }
                wrong.forEach((what, credential) -> {
                    HttpResponse<String> answer = send(http, address, victim, credential);
                    if (answer.statusCode() != 401
                            || answer.body().contains(victim.toString())
                            || (!answer.body().isEmpty() && !answer.body().contains("not-signed-in"))) {
                        faults.add(path + " answers " + answer.statusCode() + " to " + what);
                    }
                });
            }
        }
        if (!faults.isEmpty()) {
            throw new AssertionError(String.join("\n", faults));
        }
    }

    private static Map<String, String> wrongCredentials(
            TestGateway gateway, TestGateway stranger, String service, UUID victim) {
        String right = gateway.userToken(victim, service);
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("forged headers alone", "");
        wrong.put("a personal access token", "Bearer mem_" + "a".repeat(43));
        wrong.put("a password", "Basic cm9vdDpyb290");
        wrong.put("a token for another service", "Bearer " + gateway.userToken(victim, "not-" + service));
        wrong.put("a token signed by somebody else", "Bearer " + stranger.userToken(victim, service));
        wrong.put("a token without its signature", "Bearer " + right.substring(0, right.lastIndexOf('.') + 1));
        wrong.put("a token of another algorithm", "Bearer eyJhbGciOiJub25lIn0" + right.substring(right.indexOf('.')));
        wrong.put(
                "the claims of another token",
                "Bearer "
                        + mixed(
                                right,
                                gateway.userToken(
                                        UUID.randomUUID(), service, ZoneId.of("UTC"), EnrichmentMode.ON, "read")));
        return wrong;
    }

    private static String mixed(String token, String other) {
        String[] parts = token.split("\\.", -1);
        return parts[0] + "." + other.split("\\.", -1)[1] + "." + parts[2];
    }

    private static HttpResponse<String> send(HttpClient http, URI address, UUID victim, String credential) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(20))
                .header("X-Forwarded-For", "127.0.0.1")
                .header("Forwarded", "for=127.0.0.1");
        FORGED.forEach(name -> request.header(name, victim.toString()));
        if (!credential.isEmpty()) {
            request.header("Authorization", credential);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(address + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
