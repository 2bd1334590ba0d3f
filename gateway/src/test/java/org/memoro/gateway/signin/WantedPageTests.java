package org.memoro.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a sign-in may lead afterwards. */
@Tag("security")
class WantedPageTests {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/people", "/people?query=anna%20p&sort=name", "/notes/0190-a#latest"})
    void leadsToPagesOfOurs(String page) {
        assertThat(WantedPage.isLocal(page)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/people\r\nSet-Cookie: a=b",
                "/people name",
                "/\t/evil.example"
            })
    void leadsNowhereElse(String page) {
        assertThat(WantedPage.isLocal(page)).isFalse();
    }
}
