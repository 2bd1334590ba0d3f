package org.memoro.web.neighbour;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that happened with the account; kinds come to be, so none is certain to be known here. */
public record AuditEntry(
        Instant at,
        @Nullable String kind,
        @Nullable UUID tokenId,
        @Nullable String userAgent,
        @Nullable List<String> detail) {

    public AuditEntry {
        kind = Objects.requireNonNullElse(kind, "");
        detail = Objects.requireNonNullElse(detail, List.of());
    }

    public String what() {
        return Objects.requireNonNull(kind);
    }

    /** Words of a program that say more, such as which settings were changed. */
    public List<String> words() {
        return Objects.requireNonNull(detail);
    }
}
