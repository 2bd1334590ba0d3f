package org.memoro.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamedTests {
    @Test
    void putsWhomItIsWithInFront() {
        assertThat(Named.text(List.of("Anna", "Tom"), "Tea.")).isEqualTo("Anna, Tom: Tea.");
        assertThat(Named.text(List.of(), "Tea.")).isEqualTo("Tea.");
    }

    /** A note may be with more people than a request has room for. */
    @Test
    void namesOnlySoMany() {
        assertThat(Named.text(Collections.nCopies(200, "Wolfeschlegelsteinhausen"), "Tea."))
                .hasSize(206)
                .endsWith(": Tea.");
    }
}
