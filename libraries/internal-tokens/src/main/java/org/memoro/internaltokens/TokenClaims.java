package org.memoro.internaltokens;

import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an internal token says; the signer adds issuer, times and id. */
public record TokenClaims(
        UUID accountId,
        String audience,
        ZoneId zone,
        EnrichmentMode enrichment,
        Set<String> scopes,
        @Nullable String actor,
        @Nullable String purpose,
        @Nullable String sessionId) {

    public TokenClaims {
        scopes = Set.copyOf(scopes);
    }

    /** For a person who is waiting, by session or personal token. */
    public static TokenClaims forUser(
            UUID accountId,
            String audience,
            ZoneId zone,
            EnrichmentMode enrichment,
            Set<String> scopes,
            @Nullable String sessionId) {
        return new TokenClaims(accountId, audience, zone, enrichment, scopes, null, null, sessionId);
    }

    /** For background work of a service: no scope, so no public route opens with it. */
    public static TokenClaims forWork(
            UUID accountId, String audience, ZoneId zone, EnrichmentMode enrichment, String actor, String purpose) {
        return new TokenClaims(accountId, audience, zone, enrichment, Set.of(), actor, purpose, null);
    }

    /** The same person's rights for another audience, noting which service asked. */
    public static TokenClaims reissued(Caller caller, String audience, String actor) {
        return new TokenClaims(
                caller.accountId(),
                audience,
                caller.zone(),
                caller.enrichment(),
                caller.scopes(),
                actor,
                null,
                caller.sessionId());
    }
}
