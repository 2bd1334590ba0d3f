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
import java.util.Locale;
import java.util.Properties;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code ./memoro reindex} does: begins, and says how far it is until it is done. */
public final class RunReindex {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration SAY = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;
    private final String credential;

    private RunReindex(Path run) throws IOException {
        Properties ready = new Properties();
        try (var reader = Files.newBufferedReader(run.resolve("ready"))) {
            ready.load(reader);
        }
        this.address = URI.create(ready.getProperty("internal") + "/internal/v1/reindex");
        String secret = Files.readString(run.resolve("local-secret")).strip();
        this.credential = Base64.getEncoder().encodeToString(("local:" + secret).getBytes(StandardCharsets.UTF_8));
    }

    /** Takes the run folder. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        JsonNode end = new RunReindex(Path.of(arguments[0])).untilDone();
        System.out.println(sentence(end));
        if (!end.path("state").asString().equals("done")) {
            System.err.println(
                    "memoro: not everything could be read anew; run it again, or see ./memoro logs gateway.");
            System.exit(1);
        }
    }

    private JsonNode untilDone() throws IOException, InterruptedException {
        JsonNode progress = ask("POST");
        long said = System.nanoTime();
        while (progress.path("state").asString().equals("running")) {
            Thread.sleep(LOOK);
            progress = ask("GET");
            if (System.nanoTime() - said > SAY.toNanos()) {
                System.out.println(sentence(progress));
                said = System.nanoTime();
            }
        }
        return progress;
    }

    private JsonNode ask(String method) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(15))
                .header("Authorization", "Basic " + credential)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        JsonNode body = JsonMapper.shared().readTree(answer.body());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("Memoro refused: " + body.path("detail").asString("answer " + answer.statusCode()));
        }
        return body;
    }

    private static String sentence(JsonNode progress) {
        return String.format(
                Locale.ROOT,
                "%d of %d accounts, %d contacts and %d notes read anew%s",
                progress.path("accounts").asLong(),
                progress.path("of").asLong(),
                progress.path("contacts").asLong(),
                progress.path("notes").asLong(),
                progress.path("failed").asLong() == 0
                        ? ""
                        : ", " + progress.path("failed").asLong() + " accounts failed");
    }
}
