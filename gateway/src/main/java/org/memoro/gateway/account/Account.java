package org.memoro.gateway.account;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.internaltokens.EnrichmentMode;
import tools.jackson.databind.node.ObjectNode;

/** A person who has signed in, and what they have chosen. */
public record Account(
        UUID id,
        String email,
        @Nullable String firstName,
        @Nullable String lastName,
        String timeZone,
        EnrichmentMode enrichment,
        @Schema(implementation = Object.class) ObjectNode appearance,
        Instant createdAt,
        long version) {

    @Override
    public String toString() {
        return "Account[" + id + "]"; // names and addresses do not belong into logs
    }
}
