package org.memoro.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers of the neighbours as JSON, easy to read in a test. */
public final class Sample {

    public static final UUID ANNA = id(1);
    public static final UUID MIA = id(2);
    public static final UUID TOM = id(3);
    public static final UUID TOMAS = id(4);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Sample() {}

    public static UUID id(int number) {
        return UUID.fromString("0197a000-0000-7000-8000-%012d".formatted(number));
    }

    public static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    public static String list(ObjectNode... items) {
        return page(null, items);
    }

    public static String page(String nextCursor, ObjectNode... items) {
        ObjectNode page = JSON.createObjectNode();
        ArrayNode array = page.putArray("items");
        Arrays.stream(items).forEach(array::add);
        page.put("nextCursor", nextCursor);
        return page.toString();
    }

    public static ObjectNode contact(UUID id, String first, String last) {
        ObjectNode contact = JSON.createObjectNode();
        contact.put("id", id.toString());
        contact.put("firstName", first);
        contact.put("lastName", last);
        contact.put("displayName", (first + " " + last).strip());
        contact.put("version", 3);
        return contact;
    }

    public static ObjectNode note(UUID id, String text, String state) {
        ObjectNode note = JSON.createObjectNode();
        note.put("id", id.toString());
        note.put("notes", text);
        note.put("occurredOn", today().toString());
        note.put("writtenAt", Instant.now().toString());
        note.put("createdAt", Instant.now().toString());
        note.put("version", 1);
        note.putArray("participants");
        note.putObject("enrichment").put("state", state).put("searchable", state.equals("done"));
        return note;
    }

    /** Adds people to a note. */
    public static ObjectNode with(ObjectNode note, ObjectNode... contacts) {
        ArrayNode participants = (ArrayNode) note.get("participants");
        for (ObjectNode contact : contacts) {
            participants
                    .addObject()
                    .put("contactId", contact.get("id").asString())
                    .put("displayName", contact.get("displayName").asString());
        }
        return note;
    }

    /** A fact read from these words of the note. */
    public static ObjectNode fact(UUID id, String kind, String state, ObjectNode note, String quote, String value) {
        ObjectNode fact = JSON.createObjectNode();
        fact.put("id", id.toString());
        fact.put("kind", kind);
        fact.put("state", state);
        fact.put("status", "happened");
        fact.put("confidence", 0.9);
        fact.put("decidedBy", "machine");
        fact.put("interactionId", note.get("id").asString());
        fact.put("asOf", today().toString());
        fact.set("value", JSON.readTree(value));
        int start = note.get("notes").asString().indexOf(quote);
        fact.putObject("evidence").put("quote", quote).put("start", start).put("end", start + quote.length());
        fact.putArray("candidates");
        return fact;
    }

    public static ObjectNode about(ObjectNode fact, UUID contact) {
        return fact.put("contactId", contact.toString());
    }

    public static ObjectNode maybe(ObjectNode fact, ObjectNode... contacts) {
        ArrayNode candidates = (ArrayNode) fact.get("candidates");
        for (ObjectNode contact : contacts) {
            candidates
                    .addObject()
                    .put("contactId", contact.get("id").asString())
                    .put("displayName", contact.get("displayName").asString());
        }
        return fact;
    }

    /** The account as the gateway tells it. */
    public static String account(String zone, String enrichment) {
        ObjectNode account = JSON.createObjectNode();
        account.put("id", RunningPages.ACCOUNT.toString());
        account.put("email", "nora@example.org");
        account.put("timeZone", zone);
        account.put("enrichment", enrichment);
        account.put("createdAt", "2026-01-01T10:00:00Z");
        return account.toString();
    }

    public static ObjectNode session(UUID id, boolean current, String userAgent) {
        ObjectNode session = JSON.createObjectNode();
        session.put("id", id.toString());
        session.put("current", current);
        session.put("userAgent", userAgent);
        session.put("createdAt", "2026-01-02T10:00:00Z");
        session.put("lastSeenAt", "2026-01-03T11:30:00Z");
        session.put("expiresAt", "2027-01-02T10:00:00Z");
        return session;
    }

    public static ObjectNode audit(UUID id, String kind, String userAgent, String... detail) {
        ObjectNode entry = JSON.createObjectNode();
        entry.put("id", id.toString());
        entry.put("at", "2026-01-04T09:15:00Z");
        entry.put("kind", kind);
        entry.put("userAgent", userAgent);
        ArrayNode words = entry.putArray("detail");
        Arrays.stream(detail).forEach(words::add);
        return entry;
    }

    public static ObjectNode token(UUID id, String name, String... scopes) {
        ObjectNode token = JSON.createObjectNode();
        token.put("id", id.toString());
        token.put("name", name);
        ArrayNode array = token.putArray("scopes");
        Arrays.stream(scopes).forEach(array::add);
        token.put("createdAt", "2026-01-02T10:00:00Z");
        return token;
    }

    public static String json(String... namesAndValues) {
        return Arrays.stream(namesAndValues).collect(Collectors.joining(",", "{", "}"));
    }

    public static ObjectNode object(String json) {
        return (ObjectNode) JSON.readTree(json);
    }
}
