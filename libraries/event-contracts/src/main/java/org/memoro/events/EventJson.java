package org.memoro.events;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events as JSON: the record's components beside {@code type} (the record's name) and {@code contract} (its version).
 *
 * <p>A reader ignores what it does not know, so a later version may add components; it never renames or drops one.
 */
public final class EventJson {
    /** Version of the contracts that {@link #write} produces. */
    public static final int CONTRACT = 1;

    private static final List<Class<? extends MemoroEvent>> TYPES = List.of(
            InteractionRecorded.class,
            InteractionParticipantsChanged.class,
            InteractionDeleted.class,
            InteractionEnriched.class,
            EnrichmentFailed.class,
            ContactChanged.class,
            ContactDeleted.class,
            ContactMerged.class,
            FactsApplied.class,
            InteractionIndexed.class,
            AccountCreated.class,
            AccountChanged.class,
            AccountDeleted.class);

    private static final Map<String, Class<? extends MemoroEvent>> BY_NAME =
            TYPES.stream().collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private EventJson() {}

    /** The event as UTF-8 JSON. */
    public static byte[] write(MemoroEvent event) {
        ObjectNode json = JSON.createObjectNode();
        json.put("type", event.getClass().getSimpleName());
        json.put("contract", CONTRACT);
        json.setAll((ObjectNode) JSON.valueToTree(event));
        return JSON.writeValueAsBytes(json);
    }

    /**
     * The event that {@link #write} wrote, by this or an older version.
     *
     * @throws UnreadableEvent when the bytes are no JSON, of an unknown type, or lack a component
     */
    public static MemoroEvent read(byte[] bytes) {
        try {
            JsonNode json = JSON.readTree(bytes);
            Class<? extends MemoroEvent> type = BY_NAME.get(json.path("type").asString(""));
            if (type == null) {
                throw new UnreadableEvent("unknown event type", null);
            }
            return JSON.treeToValue(json, type);
        } catch (JacksonException e) {
            throw new UnreadableEvent("no event of ours", e);
        }
    }

    /** Every kind of event there is. */
    static List<Class<? extends MemoroEvent>> types() {
        return TYPES;
    }
}
