package org.memoro.endtoend.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.memoro.endtoend.MemoroApi;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Somebody takes everything along and leaves: the ZIP holds all of it, and a minute later Memoro holds none. */
@SecurityTest
class ErasureTests {
    private static final int NOTES = Run.amount(6, 60);
    private static final Duration AT_MOST = Duration.ofSeconds(60);
    private static final Duration UNDERSTANDING = Duration.ofSeconds(90);
    /** Every note that any test wrote is read again. */
    private static final Duration ALL_AGAIN = Duration.ofMinutes(15);
    /** More than any topic has partitions, so that each has one behind what is heard again. */
    private static final int MARKERS = 60;

    private final SecurityInstance memoro;
    /** Words that stand nowhere but in what the leaver wrote. */
    private final String canary = "zanzigo" + Long.toString(System.nanoTime(), 36);

    private Http http;
    private Who leaver;
    private String leaverId;

    ErasureTests(SecurityInstance memoro) {
        this.memoro = memoro;
    }

    @BeforeEach
    void fillAnAccount() {
        http = new Http(memoro.url());
        String email = "leaver-" + canary + "@memoro.test";
        String token = memoro.tokenOf(email);
        leaver = Who.withToken(email, token);
        MemoroApi api = new MemoroApi(memoro.url(), token);
        leaverId = api.get("/api/v1/account").path("id").asString();
        api.addContact(object().put("firstName", "Una").put("lastName", canary));
        for (int i = 0; i < NOTES; i++) {
            api.writeNote(object().put(
                            "notes",
                            "Lunch with Una " + canary + " on Monday. Her son Nils " + canary + i
                                    + " moved to Graz. Her birthday is on 3 March."));
        }
        api.awaitUnderstood(UNDERSTANDING);
        assertThat(api.search("who moved " + canary + "?", 10).path("items")).isNotEmpty();
    }

    @Test
    void leavesNothingOfAnAccountAndEverythingOfTheOthers() {
        Map<String, String> others = AccountState.of(http, memoro.stranger());
        assertThat(rowsOfTheLeaver()).as("rows before").isNotEmpty();
        assertThat(tablesWith(canary)).as("tables that hold the words before").isNotEmpty();

        Answer answer = http.send(Call.of("DELETE /api/v1/account"), leaver);
        Instant asked = Instant.now();

        assertThat(answer.status()).isEqualTo(202);
        assertThat(http.send(Call.of("GET /api/v1/account"), leaver).status()).isEqualTo(401);
        while (!rowsOfTheLeaver().isEmpty() && Instant.now().isBefore(asked.plus(AT_MOST))) {
            Poll.pause();
        }
        System.out.println("Security: an account with " + NOTES + " notes was gone after "
                + Duration.between(asked, Instant.now()).toMillis() + " ms");
        assertThat(rowsOfTheLeaver()).as("rows after").isEmpty();
        assertThat(tablesWith(canary)).as("tables that hold the words").isEmpty();
        assertThat(filesWith(memoro.memoro().data().resolve("kafka"), canary))
                .as("topics that hold the words")
                .isEmpty();
        assertThat(filesWith(memoro.memoro().log().getParent(), canary))
                .as("logs that hold the words")
                .isEmpty();
        assertThat(AccountState.of(http, memoro.stranger())).isEqualTo(others);
        if (Run.FULL) {
            hearEverythingAgain();
            assertThat(rowsOfTheLeaver())
                    .as("rows after every event was heard again")
                    .isEmpty();
            assertThat(tablesWith(canary)).isEmpty();
            assertThat(AccountState.of(http, memoro.stranger())).isEqualTo(others);
        }
    }

    @Test
    void takesEverythingAlong() {
        Map<String, byte[]> files = unzip(http.send(Call.of("GET /api/v1/account/export"), leaver));

        assertThat(files.keySet())
                .contains(
                        "README.txt",
                        "account.json",
                        "contacts.json",
                        "contacts.vcf",
                        "contacts.csv",
                        "interactions.json");
        assertThat(json(files.get("interactions.json"))).hasSize(NOTES);
        assertThat(json(files.get("contacts.json")).size()).isEqualTo(count("GET /api/v1/contacts"));
        assertThat(json(files.get("facts.json")).size()).isEqualTo(count("GET /api/v1/facts"));
        for (String file : List.of("contacts.vcf", "contacts.csv", "interactions.csv", "extractions.json")) {
            assertThat(new String(files.get(file), StandardCharsets.UTF_8))
                    .as(file)
                    .contains(canary);
        }
        assertThat(files.values()).noneMatch(file -> new String(file, StandardCharsets.UTF_8).contains("mem_"));
    }

    private int count(String list) {
        int count = 0;
        String cursor = "";
        do {
            Call call = Call.of(list).asking("limit", "200");
            JsonNode page = http.send(cursor.isEmpty() ? call : call.asking("cursor", cursor), leaver)
                    .json();
            count += page.path("items").size();
            cursor = page.path("nextCursor").asString("");
        } while (!cursor.isEmpty());
        return count;
    }

    /** Forgets how far each service has heard, so that at the next start all hear everything from the beginning. */
    private void hearEverythingAgain() {
        memoro.memoro().stop();
        for (Path offsets : foldersStartingWith("__consumer_offsets")) {
            delete(offsets);
        }
        memoro.memoro().start();
        MemoroApi owner = new MemoroApi(memoro.url(), memoro.owner().token());
        for (int i = 0; i < MARKERS; i++) {
            owner.writeNote(object().put("notes", "Marker " + i));
        }
        owner.awaitUnderstood(ALL_AGAIN);
        Instant until = Instant.now().plusSeconds(15);
        while (Instant.now().isBefore(until)) {
            Poll.pause();
        }
    }

    private List<Path> foldersStartingWith(String name) {
        try (Stream<Path> all = Files.walk(memoro.memoro().data().resolve("kafka"), 2)) {
            List<Path> found = all.filter(
                            folder -> folder.getFileName().toString().startsWith(name))
                    .toList();
            assertThat(found).as("offsets to forget").isNotEmpty();
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.getFileName().toString().equals("partition.metadata")) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tables with rows of the account, the tombstone left out. */
    private List<String> rowsOfTheLeaver() {
        return tables("""
                SELECT format('%I.%I', n.nspname, c.relname)
                FROM pg_class c
                JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'user_id' AND NOT a.attisdropped
                WHERE c.relkind = 'r' AND c.relname <> 'erased_account'
                  AND n.nspname IN ('account', 'contact', 'interaction', 'enrichment', 'search')""", "SELECT count(*) FROM %s WHERE user_id = '" + UUID.fromString(leaverId) + "'");
    }

    private List<String> tablesWith(String words) {
        return tables("""
                SELECT format('%I.%I', n.nspname, c.relname)
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind = 'r'
                  AND n.nspname IN ('account', 'contact', 'interaction', 'enrichment', 'search')""", "SELECT count(*) FROM %s AS row WHERE row::text ILIKE '%%" + words + "%%'");
    }

    private List<String> tables(String all, String counting) {
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(memoro.memoro().database())) {
            for (String table : first(connection, all)) {
                if (!first(connection, String.format(Locale.ROOT, counting, table))
                        .equals(List.of("0"))) {
                    found.add(table);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    private static List<String> first(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private static List<Path> filesWith(Path folder, String words) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().endsWith("index"))
                    .filter(file -> text(file).contains(words))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return ""; // Kafka removes segments while we look
        }
    }

    private static Map<String, byte[]> unzip(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/zip");
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static JsonNode json(byte[] file) {
        return Call.JSON.readTree(file);
    }

    private static ObjectNode object() {
        return Call.JSON.createObjectNode();
    }
}
