package org.memoro.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.memoro.embedding.EmbeddingWorkerProperties.Ai;
import org.memoro.embedding.EmbeddingWorkerProperties.EmbeddingWorker;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class EmbeddingWorkerPropertiesTests {

    @Test
    void keepsEverythingInsideThisJvmUnlessAProviderIsNamed() {
        Ai ai = bound(Map.of()).ai();

        assertThat(ai.extractsRemotely()).isFalse();
        assertThat(ai.embedsRemotely()).isFalse();
    }

    @Test
    void hasTheseDefaults() {
        EmbeddingWorkerProperties properties = bound(Map.of());

        assertThat(properties.ai())
                .isEqualTo(new Ai(
                        null,
                        "",
                        "openai/gpt-4.1-mini",
                        "openai/text-embedding-3-small",
                        null,
                        "",
                        "",
                        new BigDecimal("2.00"),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(5),
                        Duration.ofMillis(700)));
        assertThat(properties.embeddingWorker())
                .isEqualTo(new EmbeddingWorker(
                        true,
                        true,
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofMinutes(5),
                        Duration.ofDays(30)));
    }

    @Test
    void asksOpenRouterWhenOnlyAKeyIsGiven() {
        Ai ai = bound(Map.of("memoro.ai.api-key", "secret")).ai();

        assertThat(ai.extractsRemotely()).isTrue();
        assertThat(ai.address()).isEqualTo(URI.create("https://openrouter.ai/api/v1"));
        assertThat(ai.toString()).doesNotContain("secret");
    }

    @Test
    void needsNoKeyForAnAddress() {
        Ai ai = bound(Map.of("memoro.ai.base-url", "http://localhost:11434/v1")).ai();

        assertThat(ai.embedsRemotely()).isTrue();
        assertThat(ai.address().getPort()).isEqualTo(11434);
    }

    @Test
    void takesAnEmptyAddressForNone() {
        assertThat(bound(Map.of("memoro.ai.base-url", "", "memoro.ai.api-key", ""))
                        .ai()
                        .extractsRemotely())
                .isFalse();
    }

    @Test
    void keepsOneOfTheTwoInsideThisJvmWhenToldSo() {
        Ai ai = bound(Map.of("memoro.ai.api-key", "secret", "memoro.ai.embedding-model", "in-jvm"))
                .ai();

        assertThat(ai.extractsRemotely()).isTrue();
        assertThat(ai.embedsRemotely()).isFalse();
    }

    private static EmbeddingWorkerProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("memoro", EmbeddingWorkerProperties.class);
    }
}
