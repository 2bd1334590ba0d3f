package org.memoro.endtoend.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.memoro.endtoend.MemoroApi;
import org.memoro.endtoend.security.SecurityInstance.Account;

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

    @Test
    void knowsEachByTokenAndByBrowserAsTheSame(SecurityInstance memoro) {
        for (Account account : List.of(memoro.owner(), memoro.stranger())) {
            Answer bySession = new Http(memoro.url())
                    .send(Call.of("GET /api/v1/account"), Who.withSession(account.email(), account.session()));

            assertThat(bySession.json().path("id").asString()).isEqualTo(idOf(memoro, account.token()));
        }
    }

    private static String idOf(SecurityInstance memoro, String token) {
        return new MemoroApi(memoro.url(), token)
                .get("/api/v1/account")
                .path("id")
                .asString();
    }
}
