package org.memoro.gateway.internal;

import java.util.Map;
import java.util.Set;

/** Which service may work for an account on its own, where, and what for. */
final class WorkAccess {
    /** The gateway as an audience: the account itself. */
    static final String SELF = "gateway";

    /** One neighbour and one purpose. */
    private record Work(String audience, String purpose) {}

    private static final Map<String, Set<Work>> ALLOWED = Map.of(
            "contact-service",
            Set.of(
                    new Work("interaction-service", "apply-facts"),
                    new Work("interaction-service", "brief"),
                    new Work("embedding-worker", "apply-facts")),
            "interaction-service",
            Set.of(new Work("contact-service", "participants"), new Work("embedding-worker", "enrichment")),
            "embedding-worker",
            Set.of(
                    new Work("interaction-service", "enrich"),
                    new Work("contact-service", "enrich"),
                    // Reads its own token only: the account's wish how far its notes may travel stands in it.
                    new Work("embedding-worker", "enrich")),
            "search-service",
            Set.of(
                    new Work("interaction-service", "index"),
                    new Work("contact-service", "index"),
                    new Work("embedding-worker", "index"),
                    new Work("embedding-worker", "query")));

    /** Where the pages may go with a person's rights. */
    private static final Set<String> FOR_PAGES =
            Set.of("contact-service", "interaction-service", "search-service", "embedding-worker", SELF);

    private WorkAccess() {}

    static boolean allows(String service, String audience, String purpose) {
        return ALLOWED.getOrDefault(service, Set.of()).contains(new Work(audience, purpose));
    }

    static boolean allowsExchange(String service, String audience) {
        return service.equals("web-ui") && FOR_PAGES.contains(audience);
    }
}
