package org.memoro.endtoend.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.memoro.endtoend.MemoroApi;

/** What every attack here relies on. */
@SecurityTest
class SecurityInstanceTests {

    @Test
    void hasTwoAccountsThatAreNotTheSame(SecurityInstance memoro) {
        String owner = idOf(memoro, memoro.owner().token());
        String stranger = idOf(memoro, memoro.stranger().token());

        assertThat(owner).isNotBlank().isNotEqualTo(stranger);
        assertThat(memoro.owner().session().cookies()).isNotEmpty();
        assertThat(memoro.owner().session().csrf())
                .isNotEqualTo(memoro.stranger().session().csrf());
    }

    private static String idOf(SecurityInstance memoro, String token) {
        return new MemoroApi(memoro.url(), token)
                .get("/api/v1/account")
                .path("id")
                .asString();
    }
}
