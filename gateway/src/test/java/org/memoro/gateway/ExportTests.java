package org.memoro.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.memoro.testkit.StubService;

/** Taking everything along, between services that are played. */
@Tag("security")
class ExportTests {
    private static final String EXPORT = "/api/v1/account/export";
    private static final String FILES = "/internal/v1/export";
    private static final HttpClient http = HttpClient.newHttpClient();

    private final RunningGateway gateway = RunningGateway.get();
    private final CountDownLatch mayGoOn = new CountDownLatch(1);

    @BeforeEach
    void everyServiceHasSomething() {
        Map<StubService, List<String>> files = Map.of(
                gateway.contacts,
                List.of(
                        "contacts.json",
                        "contacts.vcf",
                        "contacts.csv",
                        "relationships.json",
                        "facts.json",
                        "merges.json"),
                gateway.interactions,
                List.of("interactions.json", "interactions.csv"),
                gateway.worker,
                List.of("extractions.json", "provider-calls.json", "spending.json"));
        files.forEach((service, names) -> {
            service.on("GET", FILES, 200, "");
            names.forEach(name -> service.on("GET", FILES + "/" + name, 200, "[\"" + name + "\"]"));
        });
    }

    @AfterEach
    void letGo() {
        gateway.stream.flooding = false;
        mayGoOn.countDown();
    }

    @Test
    void handsOutOneZipWithEveryFile() throws Exception {
        Browser ada = gateway.signedIn();
        gateway.token(ada, "{\"name\":\"my script\"}");

        HttpResponse<byte[]> answer = export(ada);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"memoro-export-\\d{4}-\\d{2}-\\d{2}\\.zip\"");
        Map<String, String> files = unzip(answer.body());
        assertThat(files.keySet())
                .containsExactly(
                        "README.txt",
                        "account.json",
                        "tokens.json",
                        "sessions.json",
                        "audit.json",
                        "contacts.json",
                        "contacts.vcf",
                        "contacts.csv",
                        "relationships.json",
                        "facts.json",
                        "merges.json",
                        "interactions.json",
                        "interactions.csv",
                        "extractions.json",
                        "provider-calls.json",
                        "spending.json");
        assertThat(files.get("facts.json")).isEqualTo("[\"facts.json\"]");
        assertThat(files.get("README.txt"))
                .contains(files.keySet().stream().skip(1).toList());
        assertThat(files.get("account.json")).contains("\"email\"");
        assertThat(files.get("tokens.json")).contains("my script").doesNotContain("mem_", "hash");
        assertThat(files.get("sessions.json")).contains("\"lastSeenAt\"").doesNotContain("hash");
        assertThat(files.get("audit.json")).contains("export-started", "token-issued");
    }

    @Test
    void asksTheServicesAsItselfForThisPurposeOnly() throws Exception {
        export(gateway.signedIn());

        String token = RunningGateway.header(RunningGateway.last(gateway.contacts), "Authorization")
                .substring("Bearer ".length());
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
        assertThat(claims)
                .contains("\"gateway\"", "\"export\"", "\"contact-service\"")
                .doesNotContain("write");
    }

    @Test
    void servesATokenThatMayOnlyRead() throws Exception {
        Browser ada = gateway.signedIn();
        String token = gateway.token(ada, "{\"name\":\"reads\",\"scopes\":[\"read\"]}");

        HttpResponse<byte[]> answer =
                http.send(request().header("Authorization", "Bearer " + token).build(), BodyHandlers.ofByteArray());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(unzip(answer.body())).hasSize(16);
    }

    @Test
    void saysSoWhenAPartCannotBeReadBeforeItBegins() throws Exception {
        gateway.worker.on("GET", FILES, 503, "");

        HttpResponse<byte[]> answer = export(gateway.signedIn());

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(text(answer)).contains("dependency-unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void breaksOffWhenAPartFailsOnTheWay() {
        gateway.worker.on("GET", FILES + "/spending.json", 500, "");
        Browser ada = gateway.signedIn();

        assertThatThrownBy(() -> export(ada)).isInstanceOf(IOException.class);
    }

    @Test
    void runsOneExportOfAnAccountAtATime() throws Exception {
        Browser ada = gateway.signedIn();
        CompletableFuture<HttpResponse<byte[]>> first = begins(ada);

        HttpResponse<byte[]> second = export(ada);
        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(text(second)).contains("rate-limited");
        assertThat(second.headers().firstValue("Retry-After")).isPresent();

        mayGoOn.countDown();
        assertThat(first.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        everyServiceHasSomething();
        assertThat(export(ada).statusCode()).isEqualTo(200);
    }

    @Test
    void isOverForWhoeverHasReadItsLastByte() throws Exception {
        Browser ada = gateway.signedIn();
        inDatabase("""
                CREATE FUNCTION account.slowly() RETURNS trigger LANGUAGE plpgsql
                AS 'BEGIN PERFORM pg_sleep(1); RETURN OLD; END'""");
        try {
            inDatabase("""
                    CREATE TRIGGER slowly BEFORE DELETE ON account.running_export
                    FOR EACH ROW EXECUTE FUNCTION account.slowly()""");
            export(ada);
            assertThat(runningExports(ada)).isZero();
        } finally {
            inDatabase("DROP FUNCTION account.slowly() CASCADE");
        }
    }

    private int runningExports(Browser browser) throws SQLException {
        String account = browser.get("/api/v1/account").body().replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        try (Connection connection = gateway.database.superuser();
                PreparedStatement running = connection.prepareStatement(
                        "SELECT count(*) FROM account.running_export WHERE user_id = ?::uuid")) {
            running.setString(1, account);
            ResultSet count = running.executeQuery();
            count.next();
            return count.getInt(1);
        }
    }

    private void inDatabase(String sql) throws SQLException {
        try (Connection connection = gateway.database.superuser()) {
            connection.createStatement().execute(sql);
        }
    }

    @Test
    void isNeverCompleteWhenTheAccountWentMeanwhile() throws Exception {
        Browser ada = gateway.signedIn();
        String csrf = gateway.csrfToken(ada);
        CompletableFuture<HttpResponse<byte[]>> export = begins(ada);
        ada.send("DELETE", "/api/v1/account", null, "X-CSRF-Token", csrf);

        mayGoOn.countDown();

        assertThatThrownBy(() -> export.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void readsNoFasterThanItsReader() throws Exception {
        gateway.stream.taken.set(0);
        gateway.stream.flooding = true;
        HttpRequest request =
                request().header("Cookie", cookie(gateway.signedIn())).build();
        HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
        try (InputStream zip = answer.body()) {
            assertThat(zip.readNBytes(1000)).hasSize(1000);
            long soon = settled();
            assertThat(soon)
                    .as("bytes on the way, in buffers of sockets and clients")
                    .isLessThan(32 * 1024 * 1024);

            assertThat(zip.readNBytes(40 * 1024 * 1024)).hasSize(40 * 1024 * 1024);
            await().atMost(Duration.ofSeconds(20)).until(() -> gateway.stream.taken.get() > soon);
        }
    }

    /** How much was taken once nothing more is taken. */
    private long settled() throws InterruptedException {
        long before = -1;
        while (gateway.stream.taken.get() != before) {
            before = gateway.stream.taken.get();
            Thread.sleep(700);
        }
        return before;
    }

    /** An export that has begun, and stays in the middle until it may go on. */
    private CompletableFuture<HttpResponse<byte[]>> begins(Browser browser) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        gateway.worker.on("GET", FILES + "/spending.json", asked -> {
            begun.countDown();
            try {
                mayGoOn.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new StubService.Answer(200, "[]");
        });
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request().header("Cookie", cookie(browser)).build(), BodyHandlers.ofByteArray());
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        return answer;
    }

    private HttpResponse<byte[]> export(Browser browser) throws IOException, InterruptedException {
        return http.send(request().header("Cookie", cookie(browser)).build(), BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(gateway.url().resolve(EXPORT)).timeout(Duration.ofSeconds(30));
    }

    private String cookie(Browser browser) {
        return gateway.cookieName() + "=" + browser.cookies.get(gateway.cookieName());
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static Map<String, String> unzip(byte[] bytes) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
