package org.memoro.gateway.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that happened to an account, as its owner reads it. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AuditEntry(
        UUID id,
        Instant at,
        AuditKind kind,
        @Nullable UUID sessionId,
        @Nullable UUID tokenId,
        @Nullable String userAgent,
        List<String> detail) {

    public AuditEntry {
        detail = List.copyOf(detail);
    }
}
