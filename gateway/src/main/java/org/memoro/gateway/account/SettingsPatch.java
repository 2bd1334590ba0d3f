package org.memoro.gateway.account;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.memoro.api.MergePatch;
import org.memoro.internaltokens.EnrichmentMode;
import org.memoro.problems.FieldProblems;
import org.memoro.problems.HttpProblem;
import org.memoro.problems.ProblemException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A merge patch of what a person may change about their account; other members are left alone. */
record SettingsPatch(ObjectNode patch) {
    private static final String ZONE = "timeZone";
    private static final String ENRICHMENT = "enrichment";
    private static final String APPEARANCE = "appearance";
    private static final List<String> MODES =
            Arrays.stream(EnrichmentMode.values()).map(EnrichmentMode::word).toList();
    private static final Map<String, Set<String>> LOOKS = Map.of(
            "theme", Set.of("system", "light", "dark"),
            "reading", Set.of("book", "plain"),
            "textSize", Set.of("small", "normal", "large"));

    static SettingsPatch of(JsonNode patch) {
        if (patch instanceof ObjectNode object) {
            return new SettingsPatch(object);
        }
        throw ProblemException.of(HttpProblem.MALFORMED, "A merge patch is a JSON object.");
    }

    Account applyTo(Account account) {
        FieldProblems problems = new FieldProblems()
                .check(
                        !patch.has(ZONE) || isZone(patch.get(ZONE)),
                        "/timeZone",
                        "must be an IANA time zone, such as Europe/Vienna.")
                .check(
                        !patch.has(ENRICHMENT) || MODES.contains(text(patch.get(ENRICHMENT))),
                        "/enrichment",
                        "must be one of " + String.join(", ", MODES) + ".");
        checkAppearance(problems);
        problems.throwIfAny();
        return new Account(
                account.id(),
                account.email(),
                account.firstName(),
                account.lastName(),
                patch.has(ZONE) ? text(patch.get(ZONE)) : account.timeZone(),
                patch.has(ENRICHMENT) ? EnrichmentMode.of(text(patch.get(ENRICHMENT))) : account.enrichment(),
                appearance(account),
                account.createdAt(),
                account.version());
    }

    private void checkAppearance(FieldProblems problems) {
        JsonNode appearance = patch.get(APPEARANCE);
        if (appearance == null || appearance.isNull()) {
            return; // null: back to how it looks for everybody
        }
        problems.check(appearance.isObject(), "/appearance", "must be an object.");
        appearance.properties().forEach(look -> {
            Set<String> known = LOOKS.getOrDefault(look.getKey(), Set.of());
            problems.check(
                    look.getValue().isNull() || known.contains(text(look.getValue())),
                    "/appearance/" + look.getKey(),
                    known.isEmpty()
                            ? "is not known."
                            : "must be one of "
                                    + String.join(", ", known.stream().sorted().toList()) + ".");
        });
    }

    private ObjectNode appearance(Account account) {
        JsonNode change = patch.get(APPEARANCE);
        if (change == null) {
            return account.appearance();
        }
        ObjectNode looks = account.appearance().deepCopy();
        return change.isNull() ? looks.removeAll() : MergePatch.apply(looks, change);
    }

    private static boolean isZone(JsonNode node) {
        String id = text(node);
        // A region's name: offsets such as +02:00 would be wrong after the next change of clocks.
        return id.equals("UTC")
                || (id.contains("/") && ZoneId.getAvailableZoneIds().contains(id) && !id.startsWith("SystemV/"));
    }

    private static String text(JsonNode node) {
        return node.isString() ? node.asString() : "";
    }
}
