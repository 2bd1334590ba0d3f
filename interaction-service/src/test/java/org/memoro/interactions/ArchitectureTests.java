package org.memoro.interactions;

import org.junit.jupiter.api.Test;
import org.memoro.testkit.MemoroRules;
import org.memoro.testkit.SqlRules;

class ArchitectureTests {

    @Test
    void keepsTheRulesOfTheHouse() {
        MemoroRules.check("org.memoro.interactions");
    }

    @Test
    void everyStatementSaysWhoseRowsItMeans() {
        SqlRules.check(
                "org.memoro.interactions",
                "interaction/note/list_accounts_to_purge",
                "interaction/participant/list_accounts_with_unchecked",
                "interaction/stream/read_clock");
    }
}
