package org.memoro.endtoend.security;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;

/** For each operation of the API a call that its owner is answered 2xx. */
final class Recipes {
    /** Act on nobody but the caller, and end their access: a spare account makes these calls. */
    static final Set<String> END_THE_CALLER = Set.of("DELETE /api/v1/account", "DELETE /api/v1/account/sessions");

    private static final Map<String, Function<Supplies, Call>> ALL = Map.ofEntries(
            plain("GET /api/v1/account"),
            recipe("PATCH /api/v1/account", own -> of("PATCH /api/v1/account").with("timeZone", "Europe/Vienna")),
            plain("DELETE /api/v1/account"),
            plain("GET /api/v1/account/audit"),
            plain("GET /api/v1/account/export"),
            plain("GET /api/v1/account/sessions"),
            plain("DELETE /api/v1/account/sessions"),
            recipe("DELETE /api/v1/account/sessions/{id}", own -> of("DELETE /api/v1/account/sessions/{id}")
                    .at("id", own.sessionId())),
            plain("GET /api/v1/account/tokens"),
            recipe("POST /api/v1/account/tokens", own -> of("POST /api/v1/account/tokens")
                    .with("name", own.canary())),
            recipe("DELETE /api/v1/account/tokens/{id}", own -> of("DELETE /api/v1/account/tokens/{id}")
                    .at("id", own.tokenId())),
            plain("GET /api/v1/contacts"),
            recipe(
                    "POST /api/v1/contacts",
                    own -> of("POST /api/v1/contacts").with("firstName", "Ole").with("lastName", own.canary())),
            contact("GET /api/v1/contacts/{id}"),
            recipe("PATCH /api/v1/contacts/{id}", own -> of("PATCH /api/v1/contacts/{id}")
                    .at("id", own.contact())
                    .with("nickname", own.canary())),
            contact("DELETE /api/v1/contacts/{id}"),
            contact("GET /api/v1/contacts/{id}/context"),
            recipe("POST /api/v1/contacts/{id}/restore", own -> of("POST /api/v1/contacts/{id}/restore")
                    .at("id", own.deletedContact())),
            recipe("POST /api/v1/contacts/{id}/merge", own -> of("POST /api/v1/contacts/{id}/merge")
                    .at("id", own.contact())
                    .with("intoId", own.contact())),
            recipe("DELETE /api/v1/merges/{mergeId}", own -> of("DELETE /api/v1/merges/{mergeId}")
                    .at("mergeId", own.merge())),
            recipe("GET /api/v1/contacts/{contactId}/relationships", Recipes::relatives),
            recipe(
                    "POST /api/v1/contacts/{contactId}/relationships",
                    own -> of("POST /api/v1/contacts/{contactId}/relationships")
                            .at("contactId", own.contact())
                            .with("relation", "friend")
                            .with("contactId", own.contact())),
            recipe("DELETE /api/v1/contacts/{contactId}/relationships/{relationshipId}", Recipes::relationship),
            plain("GET /api/v1/facts"),
            recipe("GET /api/v1/facts/{id}", own -> of("GET /api/v1/facts/{id}").at("id", own.fact())),
            recipe(
                    "PATCH /api/v1/facts/{id}",
                    own -> of("PATCH /api/v1/facts/{id}").at("id", own.fact()).with("state", "kept")),
            plain("GET /api/v1/interactions"),
            recipe("POST /api/v1/interactions", own -> of("POST /api/v1/interactions")
                    .with("notes", "Rested. " + own.canary())
                    .with("contactIds", list(own.contact()))),
            plain("GET /api/v1/interactions/events"),
            note("GET /api/v1/interactions/{id}"),
            recipe("PATCH /api/v1/interactions/{id}", own -> of("PATCH /api/v1/interactions/{id}")
                    .at("id", own.note())
                    .with("location", own.canary())
                    .with("contactIds", list(own.contact()))),
            note("DELETE /api/v1/interactions/{id}"),
            recipe("POST /api/v1/interactions/{id}/restore", own -> of("POST /api/v1/interactions/{id}/restore")
                    .at("id", own.deletedNote())),
            recipe("GET /api/v1/interactions/{id}/enrichment", own -> of("GET /api/v1/interactions/{id}/enrichment")
                    .at("id", own.understoodNote())),
            note("POST /api/v1/interactions/{id}/enrichment"),
            recipe("GET /api/v1/search", own -> of("GET /api/v1/search").asking("q", own.canary())));

    private Recipes() {}

    /** The names of all operations that have one. */
    static Set<String> known() {
        return ALL.keySet();
    }

    /** A valid call of the operation, about things that are made for it now. */
    static Call valid(String operation, Supplies own) {
        Function<Supplies, Call> recipe = ALL.get(operation);
        if (recipe == null) {
            throw new IllegalStateException(operation + " has no recipe for a valid call: write one in Recipes");
        }
        return recipe.apply(own);
    }

    private static Call of(String operation) {
        return Call.of(operation);
    }

    private static Call relatives(Supplies own) {
        String contact = own.contact();
        own.relationship(contact);
        return of("GET /api/v1/contacts/{contactId}/relationships").at("contactId", contact);
    }

    private static Call relationship(Supplies own) {
        String contact = own.contact();
        return of("DELETE /api/v1/contacts/{contactId}/relationships/{relationshipId}")
                .at("contactId", contact)
                .at("relationshipId", own.relationship(contact));
    }

    private static ArrayNode list(String id) {
        return Call.JSON.createArrayNode().add(id);
    }

    private static Map.Entry<String, Function<Supplies, Call>> plain(String operation) {
        return recipe(operation, own -> of(operation));
    }

    private static Map.Entry<String, Function<Supplies, Call>> contact(String operation) {
        return recipe(operation, own -> of(operation).at("id", own.contact()));
    }

    private static Map.Entry<String, Function<Supplies, Call>> note(String operation) {
        return recipe(operation, own -> of(operation).at("id", own.note()));
    }

    private static Map.Entry<String, Function<Supplies, Call>> recipe(
            String operation, Function<Supplies, Call> recipe) {
        return Map.entry(operation, recipe);
    }
}
