package org.memoro.api;

import org.memoro.problems.HttpProblem;
import org.memoro.problems.ProblemException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON Merge Patch (RFC 7396). */
public final class MergePatch {
    private MergePatch() {}

    /**
     * The document a patch of an object makes of another object; neither argument is changed.
     *
     * @throws ProblemException 400 when the patch is no object: our resources are objects and stay so
     */
    public static ObjectNode apply(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            throw ProblemException.of(HttpProblem.MALFORMED, "A merge patch is a JSON object.");
        }
        return merge(target, changes);
    }

    private static ObjectNode merge(JsonNode target, ObjectNode patch) {
        ObjectNode result =
                target instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        patch.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                result.remove(change.getKey());
            } else if (change.getValue() instanceof ObjectNode nested) {
                result.set(change.getKey(), merge(result.path(change.getKey()), nested));
            } else {
                result.set(change.getKey(), change.getValue());
            }
        });
        return result;
    }
}
