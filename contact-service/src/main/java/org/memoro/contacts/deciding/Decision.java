package org.memoro.contacts.deciding;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.contacts.fact.FactState;
import org.memoro.problems.FieldProblems;
import org.memoro.problems.HttpProblem;
import org.memoro.problems.ProblemException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the user says of a fact.
 *
 * @param state confirm, undo or put back; a fixed value or a chosen person confirms as well
 * @param value a merge patch of the value
 * @param contactId who is meant
 * @param newContact somebody who is not in the address book yet
 */
record Decision(
        FactState state,
        @Schema(implementation = Object.class) @Nullable ObjectNode value,
        @Nullable UUID contactId,
        boolean newContact) {

    static Decision read(JsonNode body) {
        if (!body.isObject()) {
            throw ProblemException.of(HttpProblem.MALFORMED, "A decision is a JSON object.");
        }
        FieldProblems problems = new FieldProblems();
        JsonNode state = body.path("state");
        JsonNode value = body.path("value");
        JsonNode contactId = body.path("contactId");
        JsonNode newContact = body.path("newContact");
        problems.check(
                isAbsent(state) || FactState.of(state.asString("")).isPresent(),
                "/state",
                "must be suggested, kept or off.");
        problems.check(isAbsent(value) || value.isObject(), "/value", "must be an object.");
        problems.check(isAbsent(contactId) || uuid(contactId) != null, "/contactId", "must be a contact's id.");
        problems.check(isAbsent(newContact) || newContact.isBoolean(), "/newContact", "must be true or false.");
        boolean asksForNew = newContact.asBoolean(false);
        problems.check(
                isAbsent(contactId) || !asksForNew, "/newContact", "Choose a contact or make a new one, not both.");
        problems.check(
                !(isAbsent(state) && isAbsent(value) && isAbsent(contactId) && !asksForNew),
                "",
                "Say state, value, contactId or newContact.");
        problems.throwIfAny();
        return new Decision(
                FactState.of(state.asString("kept")).orElse(FactState.KEPT),
                value instanceof ObjectNode patch ? patch : null,
                uuid(contactId),
                asksForNew);
    }

    /** Whether it says who is meant. */
    boolean choosesPerson() {
        return contactId != null || newContact;
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static @Nullable UUID uuid(JsonNode node) {
        try {
            return node.isString() ? UUID.fromString(node.asString()) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
