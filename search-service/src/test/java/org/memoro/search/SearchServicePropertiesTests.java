package org.memoro.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SearchServicePropertiesTests {

    @Test
    void waitsLessThanASecondForTheMeaningOfAQuestion() {
        SearchServiceProperties defaults = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("memoro.search", SearchServiceProperties.class);

        assertThat(defaults.queryVectorTimeout()).isEqualTo(Duration.ofMillis(800));
    }
}
