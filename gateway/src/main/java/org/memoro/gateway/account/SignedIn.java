package org.memoro.gateway.account;

import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.gateway.audit.AuditKind;
import org.memoro.gateway.audit.AuditLine;
import org.memoro.internaltokens.EnrichmentMode;

/**
 * Whoever makes a request: an account by way of a session or of a personal access token.
 *
 * @param sessionId the session's id, null when a personal access token was shown
 * @param tokenId the personal access token's id, null when a session was
 */
public record SignedIn(
        UUID accountId,
        ZoneId zone,
        EnrichmentMode enrichment,
        Set<String> scopes,
        @Nullable UUID sessionId,
        @Nullable UUID tokenId) {

    /** What a session may do. */
    public static final Set<String> ALL_SCOPES = Set.of("read", "write");

    public SignedIn {
        scopes = Set.copyOf(scopes);
    }

    /** A line of the audit trail about what this visitor does. */
    public AuditLine does(AuditKind kind, String... detail) {
        return AuditLine.of(kind, detail).session(sessionId).token(tokenId);
    }
}
