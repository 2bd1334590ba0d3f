package org.memoro.embedding.engine;

import java.util.concurrent.CompletableFuture;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says whether the models are loaded; until then this replica is alive but not ready. */
@Component("languageModels")
class LanguageModelsHealth implements HealthIndicator {
    private final InJvmEngines engines;

    LanguageModelsHealth(InJvmEngines engines) {
        this.engines = engines;
    }

    @Override
    public Health health() {
        CompletableFuture<Void> loading = engines.loading();
        if (loading.isCompletedExceptionally()) {
            return Health.down().withDetail("models", "failed to load").build();
        }
        return loading.isDone()
                ? Health.up().build()
                : Health.outOfService().withDetail("models", "loading").build();
    }
}
