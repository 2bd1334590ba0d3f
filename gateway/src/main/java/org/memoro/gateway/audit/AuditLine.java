package org.memoro.gateway.audit;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to be remembered of an account.
 *
 * <p>No network address is among it: behind a proxy it would mostly be the proxy's, at home it names a household, and a
 * person recognises a sign-in by its time and browser.
 *
 * @param sessionId the session it is about, or else the one that did it
 * @param tokenId the personal access token it is about, or else the one that did it
 * @param detail words of ours, never what somebody typed
 */
public record AuditLine(
        AuditKind kind,
        @Nullable UUID sessionId,
        @Nullable UUID tokenId,
        @Nullable String userAgent,
        List<String> detail) {

    public AuditLine {
        detail = List.copyOf(detail);
    }

    public static AuditLine of(AuditKind kind, String... detail) {
        return new AuditLine(kind, null, null, null, List.of(detail));
    }

    public AuditLine session(@Nullable UUID id) {
        return new AuditLine(kind, id, tokenId, userAgent, detail);
    }

    public AuditLine token(@Nullable UUID id) {
        return new AuditLine(kind, sessionId, id, userAgent, detail);
    }

    public AuditLine browser(@Nullable String agent) {
        return new AuditLine(kind, sessionId, tokenId, agent, detail);
    }
}
