package org.memoro.interactions.stream;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.interactions.enrichment.EnrichmentChange;

/**
 * How far one stream has come: what it reads next, and what it need not say again.
 *
 * <p>Changes become visible when their transaction ends, not in the order of their stamps. So a stream always looks a
 * little further back than it has come, and remembers what it has said since then.
 */
final class StreamPlace {
    private final Duration overlap;
    private final Map<UUID, Instant> said = new LinkedHashMap<>();
    private Instant reached;

    private StreamPlace(Instant reached, Duration overlap) {
        this.reached = reached;
        this.overlap = overlap;
    }

    /** Where a client goes on that has seen this event, or begins when it names none. */
    static StreamPlace after(@Nullable String lastEventId, Instant now, Duration overlap) {
        return new StreamPlace(instantOf(lastEventId, now), overlap);
    }

    /** The id that a client resumes by: when the change was made. */
    static String idOf(EnrichmentChange change) {
        return change.enrichment().updatedAt().toString();
    }

    Instant since() {
        return reached.minus(overlap);
    }

    /** Those that were not said yet; they count as said from now on. */
    List<EnrichmentChange> unsaid(List<EnrichmentChange> changes) {
        List<EnrichmentChange> unsaid = changes.stream().filter(this::isUnsaid).toList();
        for (EnrichmentChange change : unsaid) {
            Instant at = change.enrichment().updatedAt();
            said.put(change.interactionId(), at);
            reached = at.isAfter(reached) ? at : reached;
        }
        said.values().removeIf(at -> at.isBefore(since()));
        return unsaid;
    }

    private boolean isUnsaid(EnrichmentChange change) {
        return !change.enrichment().updatedAt().equals(said.get(change.interactionId()));
    }

    private static Instant instantOf(@Nullable String lastEventId, Instant now) {
        if (lastEventId == null) {
            return now;
        }
        try {
            Instant at = Instant.parse(lastEventId);
            return at.isAfter(now) ? now : at;
        } catch (DateTimeException e) {
            // Not one of our ids: a browser cannot be told so, it only would try for ever.
            return now;
        }
    }
}
