package org.memoro.endtoend.security;

import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values that a call may have, by the names of parameters and members. */
final class RightValues {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> NAMES = List.of("Anna", "Tom", "Ingrid", "José", "Mia", "Żaneta", "李", "O'Neil");
    private static final List<String> NOTES = List.of(
            "Lunch with Anna in Graz.",
            "Tom got the job in Oslo.",
            "Rain.",
            "Ingrid's birthday is on 3 March, Mia is her daughter.",
            "Long walk 👍");

    private final KnownThings known;
    private final RandomGenerator random;
    private final OddValues choice;

    RightValues(KnownThings known, RandomGenerator random) {
        this.known = known;
        this.random = random;
        this.choice = new OddValues(random);
    }

    /** The id of a known thing for a place in a path. */
    String id(String path, String parameter) {
        return switch (parameter) {
            case "contactId" -> known.any("contacts", random, unknown());
            case "id" -> known.any(KnownThings.kindOf(path), random, unknown());
            default -> known.any(parameter, random, unknown());
        };
    }

    String parameter(String name) {
        return switch (name) {
            case "limit" -> String.valueOf(1 + random.nextInt(20));
            case "cursor" -> known.any("cursor", random, "");
            case "contactId" -> known.any("contacts", random, unknown());
            case "interactionId" -> known.any("interactions", random, unknown());
            case "from", "to" -> date();
            case "sort" -> choice.oneOf(List.of("name", "lastInteraction", "created"));
            case "state" -> choice.oneOf(List.of("suggested", "kept", "off"));
            case "type" -> choice.oneOf(List.of("interaction", "contact"));
            case "mode" -> choice.oneOf(List.of("lexical", "lexical", "lexical", "hybrid", "semantic"));
            case "tag" -> choice.oneOf(List.of("friends", "work"));
            default -> choice.oneOf(NAMES);
        };
    }

    /** A body with some of the members that the operation takes. */
    ObjectNode body(Operation operation) {
        ObjectNode body = JSON.objectNode();
        boolean patch = operation.method().equals("PATCH");
        for (String member : operation.body().path("properties").propertyNames()) {
            if (isNeeded(operation, member) || choice.chance(patch ? 0.25 : 0.35)) {
                body.set(member, member(operation, member));
            }
        }
        if (operation.path().endsWith("/relationships")) {
            body.remove(choice.chance(0.5) ? "name" : "contactId");
        }
        return body;
    }

    private static boolean isNeeded(Operation operation, String member) {
        return !operation.method().equals("PATCH")
                && List.of("notes", "firstName", "intoId", "relation", "contactId", "name")
                        .contains(member);
    }

    private JsonNode member(Operation operation, String member) {
        return switch (member) {
            case "birthday" -> birthday();
            case "emails", "phones", "addresses", "links" -> labelled();
            case "tags" -> JSON.arrayNode().add("friends").add("work");
            case "contactIds" -> ids();
            case "contactId", "intoId" -> text(known.any("contacts", random, unknown()));
            case "scopes" -> JSON.arrayNode().add("read");
            case "expiresAt" -> text("2099-01-01T00:00:00Z");
            case "notes" -> text(choice.oneOf(NOTES));
            case "occurredOn" -> text(date());
            case "occurredAt", "writtenAt" -> text(date() + "T12:30:00Z");
            case "relation", "relationToMe" -> text(choice.oneOf(List.of("daughter", "friend", "mother", "colleague")));
            case "state" -> text(choice.oneOf(List.of("kept", "off", "suggested")));
            case "newContact" -> JSON.booleanNode(true);
            case "value" -> value();
            case "timeZone" -> text(choice.oneOf(List.of("Europe/Vienna", "UTC", "Pacific/Kiritimati")));
            case "enrichment" -> text(choice.oneOf(List.of("off", "off", "local-only", "on")));
            case "appearance" -> JSON.objectNode().put("theme", "dark");
            default -> text(choice.oneOf(NAMES));
        };
    }

    private ObjectNode birthday() {
        ObjectNode birthday =
                JSON.objectNode().put("month", 1 + random.nextInt(12)).put("day", 1 + random.nextInt(28));
        return choice.chance(0.5) ? birthday.put("year", 1920 + random.nextInt(100)) : birthday;
    }

    private ObjectNode value() {
        return switch (random.nextInt(5)) {
            case 0 -> birthday();
            case 1 -> JSON.objectNode().put("text", "Moves to Graz");
            case 2 -> JSON.objectNode().put("place", "Graz").put("when", "current");
            case 3 -> JSON.objectNode().put("displayName", "Anna").put("role", "mentioned");
            default -> JSON.objectNode().put("relation", "friend").put("name", "Lea");
        };
    }

    private ArrayNode labelled() {
        ArrayNode all = JSON.arrayNode();
        all.addObject().put("label", "home").put("value", "somewhere@example.org");
        return all;
    }

    private ArrayNode ids() {
        ArrayNode ids = JSON.arrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            ids.add(known.any("contacts", random, unknown()));
        }
        return ids;
    }

    private String date() {
        return "20%02d-%02d-%02d".formatted(random.nextInt(30), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    private String unknown() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private static JsonNode text(String text) {
        return JSON.stringNode(text);
    }
}
