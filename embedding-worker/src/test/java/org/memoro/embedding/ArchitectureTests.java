package org.memoro.embedding;

import org.junit.jupiter.api.Test;
import org.memoro.testkit.MemoroRules;

class ArchitectureTests {

    @Test
    void keepsTheRulesEveryModuleKeeps() {
        MemoroRules.check("org.memoro.embedding");
    }
}
