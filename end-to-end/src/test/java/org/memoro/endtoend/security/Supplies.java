package org.memoro.endtoend.security;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.memoro.endtoend.MemoroApi;
import tools.jackson.databind.JsonNode;

/** Makes the things of one account that calls are about; every text in them carries the account's canary. */
final class Supplies {
    private final Http http;
    private final String url;
    private final String email;
    private final String token;
    private final Who who;
    private final String canary;

    Supplies(String url, SecurityInstance.Account account, String canary) {
        this(url, account.email(), account.token(), canary);
    }

    Supplies(String url, String email, String token, String canary) {
        this.http = new Http(url);
        this.url = url;
        this.email = email;
        this.token = token;
        this.who = Who.withToken(email, token);
        this.canary = canary;
    }

    /** A word that stands nowhere but in this account. */
    String canary() {
        return canary;
    }

    String email() {
        return email;
    }

    /** An id of the account's own for a parameter or member of this name. */
    String idFor(String name) {
        return switch (name) {
            case "contactId", "contactIds", "intoId" -> contact();
            case "interactionId" -> note();
            default -> throw new IllegalStateException("No own id is known for " + name);
        };
    }

    String contact() {
        return made(Call.of("POST /api/v1/contacts")
                        .with("firstName", "Ines")
                        .with("lastName", canary + UUID.randomUUID().toString().substring(0, 8))
                        .with("company", "Werke " + canary)
                        .with("notes", "Likes " + canary)
                        .with("tags", Call.JSON.createArrayNode().add("tag-" + canary)))
                .path("id")
                .asString();
    }

    String deletedContact() {
        String id = contact();
        made(Call.of("DELETE /api/v1/contacts/{id}").at("id", id));
        return id;
    }

    String note() {
        return made(Call.of("POST /api/v1/interactions")
                        .with("notes", "Walked along the river and thought about " + canary + ".")
                        .with("location", "Hut " + canary))
                .path("id")
                .asString();
    }

    String understoodNote() {
        String id = note();
        awaitUnderstood();
        return id;
    }

    String deletedNote() {
        String id = note();
        made(Call.of("DELETE /api/v1/interactions/{id}").at("id", id));
        return id;
    }

    /** A fact that the account typed itself, which needs no understanding; of a kind that {@link #contact} has not. */
    String fact() {
        String contact = made(Call.of("POST /api/v1/contacts")
                        .with("firstName", "Ove " + canary)
                        .with(
                                "birthday",
                                Call.JSON.createObjectNode().put("month", 3).put("day", 4)))
                .path("id")
                .asString();
        return made(Call.of("GET /api/v1/facts").asking("contactId", contact))
                .path("items")
                .path(0)
                .path("id")
                .asString();
    }

    String relationship(String contact) {
        return made(Call.of("POST /api/v1/contacts/{contactId}/relationships")
                        .at("contactId", contact)
                        .with("relation", "daughter")
                        .with("name", "Lea " + canary))
                .path("id")
                .asString();
    }

    String merge() {
        return made(Call.of("POST /api/v1/contacts/{id}/merge")
                        .at("id", contact())
                        .with("intoId", contact()))
                .path("mergeId")
                .asString();
    }

    String tokenId() {
        return token("write").path("id").asString();
    }

    /** A token that may only read. */
    Who readOnly() {
        return Who.withToken(email + ", read only", token("read").path("token").asString());
    }

    /** A token that was good a moment ago. */
    Who revoked() {
        JsonNode made = token("write");
        made(Call.of("DELETE /api/v1/account/tokens/{id}")
                .at("id", made.path("id").asString()));
        return Who.withToken("a revoked token", made.path("token").asString());
    }

    /** A token whose time was over a moment ago. */
    Who expired() {
        Instant end = Instant.now().plusMillis(700);
        String text = made(Call.of("POST /api/v1/account/tokens")
                        .with("name", canary)
                        .with("expiresAt", end.toString()))
                .path("token")
                .asString();
        while (Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
        return Who.withToken("an expired token", text);
    }

    private JsonNode token(String scope) {
        return made(Call.of("POST /api/v1/account/tokens")
                .with("name", canary)
                .with("scopes", Call.JSON.createArrayNode().add("read").add(scope)));
    }

    /** A browser session that nothing else needs, where the built-in sign-in knows this account; else any. */
    String sessionId() {
        List<String> before = sessionIds();
        new BrowserSession(url).signIn();
        return sessionIds().stream()
                .filter(id -> !before.contains(id))
                .findAny()
                .orElse(before.getFirst());
    }

    private List<String> sessionIds() {
        List<String> ids = new ArrayList<>();
        made(Call.of("GET /api/v1/account/sessions"))
                .path("items")
                .forEach(session -> ids.add(session.path("id").asString()));
        return ids;
    }

    void awaitUnderstood() {
        new MemoroApi(url, token).awaitUnderstood(Duration.ofSeconds(60));
    }

    /** The answer of a call that cannot but succeed. */
    JsonNode made(Call call) {
        Answer answer = http.send(call, who);
        if (!answer.isSuccess()) {
            throw new IllegalStateException(call + " was answered " + answer);
        }
        return answer.json();
    }
}
