package org.memoro.local;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.memoro.testkit.MemoroRules;

class ArchitectureTests {

    @Test
    void keepsTheRulesOfTheProject() {
        MemoroRules.check("org.memoro.local");
    }

    @Test
    @Tag("security")
    void comesToADatabaseThroughTheTenancyLibraryOnly() {
        MemoroRules.checkConnections();
    }
}
