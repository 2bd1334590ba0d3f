package org.memoro.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class SearchServicePropertiesTests {

    private final SearchServiceProperties defaults = new Binder(new MapConfigurationPropertySource(Map.of()))
            .bindOrCreate("memoro.search", SearchServiceProperties.class);

    @Test
    void waitsLessThanASecondForTheMeaningOfAQuestion() {
        assertThat(defaults.queryVectorTimeout()).isEqualTo(Duration.ofMillis(800));
    }

    @Test
    void comparesEveryVectorUpToTheMeasuredThreshold() {
        assertThat(defaults.exactUpTo()).isEqualTo(20_000);
        assertThat(defaults.buildMemory()).isEqualTo(DataSize.ofMegabytes(768));
    }

    @Test
    void letsOneSearchOfALargeAccountRunAtATime() {
        assertThat(defaults.largeAtOnce()).isEqualTo(1);
    }
}
