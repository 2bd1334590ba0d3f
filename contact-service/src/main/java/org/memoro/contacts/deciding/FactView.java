package org.memoro.contacts.deciding;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.contacts.contact.Maker;
import org.memoro.contacts.fact.Engine;
import org.memoro.contacts.fact.Evidence;
import org.memoro.contacts.fact.FactKind;
import org.memoro.contacts.fact.FactState;
import org.memoro.contacts.fact.FactStatus;
import tools.jackson.databind.node.ObjectNode;

/** A fact as everybody may read it. */
public record FactView(
        UUID id,
        FactKind kind,
        @Nullable UUID contactId,
        @Nullable UUID interactionId,

        @Schema(implementation = Object.class, description = "What the kind of fact tells: see the guide to facts")
        ObjectNode value,

        @Nullable Evidence evidence,
        @Nullable Engine engine,
        double confidence,
        FactStatus status,
        FactState state,
        Maker decidedBy,
        List<Candidate> candidates,
        LocalDate asOf,
        long version) {

    /** Somebody who may be meant. */
    public record Candidate(UUID contactId, String displayName) {}
}
