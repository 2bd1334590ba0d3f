package org.memoro.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalSettingsTests {

    @Test
    void knowsWhatIsRightWhenNothingIsSet() {
        LocalSettings settings = LocalSettings.of(Map.of("MEMORO_HOME", "/somewhere"));

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.email()).isEqualTo("you@memoro.local");
        assertThat(settings.hasRemoteModels()).isFalse();
    }

    @Test
    void takesAnEmptyVariableAsNotSet() {
        LocalSettings settings = LocalSettings.of(Map.of("MEMORO_HOME", "/somewhere", "OPENROUTER_API_KEY", " "));

        assertThat(settings.hasRemoteModels()).isFalse();
    }

    @Test
    void hasNoHomeOfItsOwn() {
        assertThatThrownBy(() -> LocalSettings.of(Map.of()))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("./memoro up");
    }
}
