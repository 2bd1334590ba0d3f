package org.memoro.web.neighbour;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A personal access token; its text is there in the answer that made it, and never again. */
public record AccessToken(
        UUID id,
        @Nullable String name,
        @Nullable Set<String> scopes,
        @Nullable Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable String token) {

    public AccessToken {
        name = Objects.requireNonNullElse(name, "");
        scopes = Objects.requireNonNullElse(scopes, Set.of());
    }

    public String label() {
        return Objects.requireNonNull(name);
    }

    public boolean may(String scope) {
        return Objects.requireNonNull(scopes).contains(scope);
    }

    @Override
    public String toString() {
        return "AccessToken[" + id + "]"; // its text does not belong into logs
    }
}
