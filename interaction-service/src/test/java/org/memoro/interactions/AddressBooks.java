package org.memoro.interactions;

import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.memoro.testkit.RecordedRequest;
import org.memoro.testkit.StubService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What contact-service would know: each account's contacts, told to whoever asks in that account's name. */
public final class AddressBooks {
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<UUID, Map<UUID, Entry>> books = new ConcurrentHashMap<>();

    private record Entry(String name, @Nullable UUID mergedInto) {}

    AddressBooks(StubService contactService) {
        contactService.on("POST", "/internal/v1/contacts/lookup", this::lookUp);
    }

    /** A new contact of this account. */
    public UUID add(UUID account, String name) {
        UUID id = UUID.randomUUID();
        put(account, id, name, null);
        return id;
    }

    public void put(UUID account, UUID contactId, String name, @Nullable UUID mergedInto) {
        books.computeIfAbsent(account, key -> new ConcurrentHashMap<>()).put(contactId, new Entry(name, mergedInto));
    }

    public void remove(UUID account, UUID contactId) {
        books.getOrDefault(account, new ConcurrentHashMap<>()).remove(contactId);
    }

    private StubService.Answer lookUp(RecordedRequest request) {
        Map<UUID, Entry> book = books.getOrDefault(accountOf(request), Map.of());
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode items = answer.putArray("items");
        StreamSupport.stream(JSON.readTree(request.body()).get("ids").spliterator(), false)
                .map(JsonNode::asString)
                .map(UUID::fromString)
                .filter(book::containsKey)
                .forEach(id -> items.addObject()
                        .put("id", id.toString())
                        .put("displayName", survivor(book, id).name())
                        .putNull("nickname")
                        .put(
                                "mergedInto",
                                book.get(id).mergedInto() == null
                                        ? null
                                        : book.get(id).mergedInto().toString()));
        return new StubService.Answer(200, answer.toString());
    }

    /** A merged contact answers with the name of the one that lives on. */
    private static Entry survivor(Map<UUID, Entry> book, UUID id) {
        Entry entry = book.get(id);
        return entry.mergedInto() == null ? entry : book.get(entry.mergedInto());
    }

    private static UUID accountOf(RecordedRequest request) {
        String payload = request.header("Authorization").split("\\.")[1];
        JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(payload));
        return UUID.fromString(claims.get("sub").asString());
    }
}
