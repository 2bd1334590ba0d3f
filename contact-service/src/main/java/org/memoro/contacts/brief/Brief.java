package org.memoro.contacts.brief;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memoro.contacts.contact.Contact;
import org.memoro.contacts.contact.LatestNews;
import org.memoro.contacts.deciding.FactView;
import org.memoro.contacts.relationship.Relationship;
import tools.jackson.databind.JsonNode;

/** What is worth knowing before meeting a contact; what notes say carries the note, what was typed carries none. */
public record Brief(
        Contact contact,
        @Nullable LatestNews latestNews,
        List<FactView> facts,
        List<Relationship> family,
        List<Upcoming> upcoming,

        @ArraySchema(schema = @Schema(implementation = Object.class))
        List<JsonNode> recentInteractions) {

    /** Something to come: a birthday, a plan, something to follow up. */
    public record Upcoming(String kind, String title, LocalDate on) {}
}
