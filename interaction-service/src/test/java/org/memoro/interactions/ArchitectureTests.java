package org.memoro.interactions;

import org.junit.jupiter.api.Test;
import org.memoro.testkit.MemoroRules;

class ArchitectureTests {

    @Test
    void keepsTheRulesOfTheHouse() {
        MemoroRules.check("org.memoro.interactions");
    }
}
