package org.memoro.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTests {

    @ParameterizedTest
    @CsvSource({"Zoë,zoe", "ŁUKASZ,lukasz", "O'Brien-Smith,o brien smith", "Weiß,weiss", "Åsa  Øre,asa ore", "???,''"})
    void makesSpellingsComparable(String name, String folded) {
        assertThat(Folding.fold(name)).isEqualTo(folded);
    }
}
