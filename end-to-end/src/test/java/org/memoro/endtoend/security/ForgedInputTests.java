package org.memoro.endtoend.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What only Memoro decides cannot be sent, and what is sent is never read as a query. */
@SecurityTest
class ForgedInputTests {
    private static final String FORGED_ID = "01a1fd71-0000-7000-8000-000000000001";
    /** Members that no body may set, each with a value that would be seen. */
    private static final List<Map.Entry<String, String>> FORGED = List.of(
            Map.entry("userId", FORGED_ID),
            Map.entry("user_id", FORGED_ID),
            Map.entry("id", FORGED_ID),
            Map.entry("version", "4711"),
            Map.entry("createdAt", "1999-01-01T00:00:00Z"),
            Map.entry("updatedAt", "1999-01-01T00:00:00Z"),
            Map.entry("deletedAt", "1999-01-01T00:00:00Z"),
            Map.entry("decidedBy", "machine"),
            Map.entry("email", "forged@memoro.test"),
            Map.entry("mergedInto", FORGED_ID));

    private static final List<String> INJECTIONS = List.of(
            "' OR '1'='1",
            "'; SELECT pg_sleep(5); --",
            "1; DROP SCHEMA contact CASCADE; --",
            "\" OR 1=1 --",
            "') UNION SELECT token_hash FROM account.personal_token --",
            "name; DELETE FROM contact.contact",
            "$$; SELECT 1; $$",
            "\\'; SELECT 1 --",
            "name) DESC NULLS LAST, (SELECT 1/0",
            "{\"$gt\":\"\"}",
            "%27%20OR%201=1");

    private Http http;
    private ApiDescription api;
    private Supplies owner;
    private Who who;

    @BeforeEach
    void signUp(SecurityInstance memoro) {
        String email = "forger-" + UUID.randomUUID() + "@memoro.test";
        String token = memoro.tokenOf(email);
        http = new Http(memoro.url());
        api = ApiDescription.of(memoro.url(), http);
        owner = new Supplies(memoro.url(), email, token, "bilby");
        who = Who.withToken(email, token);
    }

    @Test
    void takesNoWordForWhatItDecidesItself() {
        JsonNode account = owner.made(Call.of("GET /api/v1/account"));
        List<String> believed = new ArrayList<>();
        int turn = 0;
        for (Operation operation : api.operations()) {
            if (operation.body().path("properties").isEmpty()) {
                continue;
            }
            for (Map.Entry<String, String> forged : Run.some(FORGED, 4, turn++)) {
                if (!operation.body().path("properties").has(forged.getKey())) {
                    Answer answer = http.send(
                            Recipes.valid(operation.name(), owner).with(forged.getKey(), forged.getValue()), who);
                    if (answer.status() >= 500
                            || (answer.isSuccess() && answer.text().contains(forged.getValue()))) {
                        believed.add(operation.name() + " " + forged.getKey() + ": " + answer);
                    }
                }
            }
        }

        assertThat(believed).isEmpty();
        assertThat(owner.made(Call.of("GET /api/v1/account")).path("id")).isEqualTo(account.path("id"));
        assertThat(owner.made(Call.of("GET /api/v1/account")).path("email")).isEqualTo(account.path("email"));
    }

    @Test
    void readsNoParameterAsAQuery() {
        List<String> broken = new ArrayList<>();
        Contract contract = new Contract(api);
        int turn = 0;
        for (Operation operation : api.operations()) {
            for (Operation.Parameter parameter : operation.parameters()) {
                if (!parameter.in().equals("query")) {
                    continue;
                }
                Call valid = Recipes.valid(operation.name(), owner);
                for (String injection : Run.some(INJECTIONS, 3, turn++)) {
                    Answer answer = http.send(valid.asking(parameter.name(), injection), who);
                    contract.breaches(operation, answer, false)
                            .forEach(breach -> broken.add(
                                    operation.name() + "?" + parameter.name() + "=" + injection + ": " + breach));
                }
            }
        }

        assertThat(broken).isEmpty();
    }
}
