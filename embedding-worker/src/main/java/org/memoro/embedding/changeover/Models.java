package org.memoro.embedding.changeover;

import org.memoro.embedding.engine.InJvmEngines;
import org.memoro.embedding.engine.Provider;
import org.memoro.internaltokens.EnrichmentMode;
import org.springframework.stereotype.Component;

/** Which embedding model an account should have, and which others still answer for it. */
@Component
public class Models {
    private final Provider provider;
    private final InJvmEngines inJvm;

    Models(Provider provider, InJvmEngines inJvm) {
        this.provider = provider;
        this.inJvm = inJvm;
    }

    /** The model that the notes of an account are embedded with from now on. */
    public String wanted(EnrichmentMode mode) {
        return provider.embeds(mode) ? provider.embeddingModel() : inJvm.embeddingModel();
    }

    /** Whether it is the one inside this JVM. */
    public boolean isHere(String model) {
        return model.equals(inJvm.embeddingModel());
    }

    /** A model of an earlier provider is taken for one of today's; where it is none, its searches go by words. */
    boolean canBeAsked(String model, EnrichmentMode mode) {
        return isHere(model) || provider.embeds(mode);
    }
}
