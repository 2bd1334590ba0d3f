package org.memoro.endtoend.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Everything the API shows of an account, to be compared before and after somebody else was busy. */
final class Footprint {
    /** Tell when the account's own access was used, which the comparing itself does. */
    private static final Set<String> NOTED_BY_USE = Set.of("lastUsedAt", "lastUsed", "lastSeenAt");

    private static final String SESSIONS = "/api/v1/account/sessions";

    private static final List<String> LISTS =
            List.of("/api/v1/contacts", "/api/v1/interactions", "/api/v1/facts", "/api/v1/account/tokens", SESSIONS);

    private final Supplies account;

    Footprint(Supplies account) {
        this.account = account;
    }

    /** One line for each thing the account has. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(account.made(Call.of("GET /api/v1/account")).toString());
        LISTS.forEach(list -> addAll(list, lines));
        return lines;
    }

    private void addAll(String list, List<String> lines) {
        String cursor = "";
        do {
            Call call = Call.of("GET " + list).asking("limit", "200");
            JsonNode page = account.made(cursor.isEmpty() ? call : call.asking("cursor", cursor));
            page.path("items").forEach(item -> {
                ((ObjectNode) item).remove(NOTED_BY_USE);
                if (list.equals(SESSIONS)) {
                    ((ObjectNode) item).remove("expiresAt"); // later with each use
                }
                lines.add(list + " " + item);
                if (list.equals("/api/v1/contacts")) {
                    lines.add(account.made(Call.of("GET /api/v1/contacts/{contactId}/relationships")
                                    .at("contactId", item.path("id").asString()))
                            .toString());
                }
            });
            cursor = page.path("nextCursor").asString("");
        } while (!cursor.isEmpty());
    }
}
