package org.memoro.search;

import org.junit.jupiter.api.Test;
import org.memoro.testkit.MemoroRules;

class StructureTests {

    @Test
    void keepsTheRulesOfStructure() {
        MemoroRules.check("org.memoro.search");
    }
}
