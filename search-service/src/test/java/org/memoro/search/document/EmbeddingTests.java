package org.memoro.search.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class EmbeddingTests {

    @Test
    void readsLittleEndianFloats() {
        assertThat(Embedding.decode("m", 2, "AACAPwAAAMA=").values()).containsExactly(1f, -2f);
    }

    @Test
    void refusesAnotherNumberOfDimensions() {
        assertThatIllegalArgumentException().isThrownBy(() -> Embedding.decode("m", 3, "AACAPwAAAMA="));
        assertThatIllegalArgumentException().isThrownBy(() -> Embedding.decode("m", 2, "not base64!"));
    }
}
