package org.memoro.contacts.contact;

import java.util.List;
import java.util.stream.Collectors;
import org.memoro.problems.FieldProblem;
import org.memoro.problems.HttpProblem;
import org.memoro.problems.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.LogicalType;

/** Reads what was typed about a contact out of JSON, naming the field that cannot be read. */
public final class FieldsReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual, config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private FieldsReader() {}

    /** The fields in a request's body. */
    public static ContactFields read(JsonNode body) {
        if (!body.isObject()) {
            throw ProblemException.of(HttpProblem.MALFORMED, "A contact is a JSON object.");
        }
        try {
            return JSON.treeToValue(body, ContactFields.class);
        } catch (JacksonException e) {
            throw ProblemException.validation(List.of(new FieldProblem(pointer(e), "cannot be read.")));
        }
    }

    /** The fields as JSON, for a patch to be applied to. */
    public static ObjectNode write(ContactFields fields) {
        return JSON.valueToTree(fields);
    }

    private static String pointer(JacksonException e) {
        return e.getPath().stream()
                .map(step -> step.getPropertyName() == null ? String.valueOf(step.getIndex()) : step.getPropertyName())
                .map(step -> "/" + step)
                .collect(Collectors.joining());
    }
}
