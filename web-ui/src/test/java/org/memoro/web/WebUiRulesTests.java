package org.memoro.web;

import org.junit.jupiter.api.Test;
import org.memoro.testkit.MemoroRules;

class WebUiRulesTests {

    @Test
    void keepTheHabitsOfTheProject() {
        MemoroRules.check("org.memoro.web");
    }
}
