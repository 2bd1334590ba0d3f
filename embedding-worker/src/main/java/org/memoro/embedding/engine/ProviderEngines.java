package org.memoro.embedding.engine;

import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.FactExtractor;
import org.springframework.stereotype.Component;

/** The provider's engines as far as they are configured. */
@Component
class ProviderEngines {
    @Nullable
    FactExtractor extractor() {
        return null;
    }

    @Nullable
    RemoteEmbedder embedder() {
        return null;
    }
}
