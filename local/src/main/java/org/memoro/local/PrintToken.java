package org.memoro.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code ./memoro token} does on a machine without curl. */
public final class PrintToken {

    private PrintToken() {}

    /** Takes the run folder and an e-mail address. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path run = Path.of(arguments[0]);
        Properties ready = new Properties();
        try (var reader = Files.newBufferedReader(run.resolve("ready"))) {
            ready.load(reader);
        }
        JsonMapper json = JsonMapper.shared();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(ready.getProperty("internal") + "/internal/v1/local-tokens"))
                .timeout(Duration.ofSeconds(15))
                .header("Content-Type", "application/json")
                .header("Authorization", "Basic " + credential(run))
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(Map.of("email", arguments[1]))))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        JsonNode body = json.readTree(answer.body());
        if (!body.path("token").isString()) {
            System.err.println(
                    "memoro: no token was given: " + body.path("detail").asString("answer " + answer.statusCode()));
            System.exit(1);
        }
        System.out.println(body.path("token").asString());
    }

    private static String credential(Path run) throws IOException {
        String secret = Files.readString(run.resolve("local-secret")).strip();
        return Base64.getEncoder().encodeToString(("local:" + secret).getBytes(StandardCharsets.UTF_8));
    }
}
