package org.memoro.interactions.interaction;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.api.MergePatch;
import org.memoro.problems.HttpProblem;
import org.memoro.problems.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What someone wants changed about a note (RFC 7396). */
final class NotePatch {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final JsonNode patch;

    NotePatch(JsonNode patch) {
        this.patch = patch;
    }

    /** The contacts it names; nothing when it leaves them as they are. */
    Optional<List<UUID>> contactIds() {
        return patch.has("contactIds")
                ? Optional.of(
                        NoteRules.contactIds(request(JSON.createObjectNode()).contacts()))
                : Optional.empty();
    }

    /** The content it makes of the present one. */
    NoteContent apply(NoteContent content) {
        return NoteRules.content(request(document(content)), content.writtenAt(), content.zone());
    }

    private NoteRequest request(ObjectNode target) {
        ObjectNode merged = MergePatch.apply(target, patch);
        // When a note was written, and in which zone, is no one's to change.
        merged.remove("writtenAt");
        try {
            return JSON.treeToValue(merged, NoteRequest.class);
        } catch (JacksonException e) {
            throw ProblemException.of(HttpProblem.MALFORMED, "A field of the patch has another type than the note's.");
        }
    }

    /** What was typed of a note; what follows from it, or was recognised, is found out anew. */
    private static ObjectNode document(NoteContent content) {
        ObjectNode document = JSON.createObjectNode();
        document.put("notes", content.notes());
        putTyped(document, "occurredAt", content.occurredAt());
        putTyped(document, "occurredOn", typedDay(content));
        putTyped(document, "threadId", content.threadId());
        putTyped(document, "location", content.locationSource() == LocationSource.TYPED ? content.location() : null);
        return document;
    }

    private static @Nullable Object typedDay(NoteContent content) {
        boolean followsFromTime = content.occurredAt() != null
                && content.occurredAt().atZone(content.zone()).toLocalDate().equals(content.occurredOn());
        return content.occurredOnSource() == OccurredOnSource.TYPED && !followsFromTime ? content.occurredOn() : null;
    }

    private static void putTyped(ObjectNode document, String name, @Nullable Object value) {
        if (value != null) {
            document.put(name, value.toString());
        }
    }
}
