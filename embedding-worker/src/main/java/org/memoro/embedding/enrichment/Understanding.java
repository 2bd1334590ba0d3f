package org.memoro.embedding.enrichment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.embedding.engine.ProviderUnavailable;
import org.memoro.embedding.extraction.ReadFacts;
import org.memoro.embedding.vector.PassageVector;

/**
 * What came of one version of a note.
 *
 * @param facts null when the account does not want any
 * @param vector null when {@code obstacle} says why there is none yet
 */
record Understanding(
        UUID account,
        UUID interactionId,
        long version,
        @Nullable ReadFacts facts,
        @Nullable PassageVector vector,
        @Nullable ProviderUnavailable obstacle) {

    Understanding with(PassageVector made) {
        return new Understanding(account, interactionId, version, facts, made, null);
    }

    Understanding without(ProviderUnavailable why) {
        return new Understanding(account, interactionId, version, facts, null, why);
    }
}
