package org.memoro.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long sessions and tokens live. */
@Tag("security")
class SessionLifeTests {
    private RunningGateway gateway;
    private Browser ada;
    private String account;

    @BeforeEach
    void fresh() {
        gateway = RunningGateway.get();
        ada = gateway.signedIn();
        account = ada.get("/api/v1/account").body().replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
    }

    private int asked() {
        return ada.get("/api/v1/account").statusCode();
    }

    private void change(String table, String assignment) throws SQLException {
        try (Connection connection = gateway.database.superuser()) {
            String sql = "UPDATE account." + table + " SET " + assignment + " WHERE user_id = '" + account + "'";
            assertThat(connection.createStatement().executeUpdate(sql)).isPositive();
        }
    }

    private String read(String sql) throws SQLException {
        try (Connection connection = gateway.database.superuser();
                ResultSet rows =
                        connection.createStatement().executeQuery(sql + " WHERE user_id = '" + account + "'")) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void endsASessionThatWasNotUsedForLong() throws SQLException {
        change("session", "idle_expires_at = now() - interval '1 second'");
        assertThat(asked()).isEqualTo(401);
    }

    @Test
    void endsASessionThatIsOldHoweverMuchUsed() throws SQLException {
        change("session", "expires_at = now() - interval '1 second'");
        assertThat(asked()).isEqualTo(401);
    }

    @Test
    void notesUseAtMostOnceAMinute() throws SQLException {
        String before = read("SELECT last_seen_at FROM account.session");
        assertThat(asked()).isEqualTo(200);
        assertThat(read("SELECT last_seen_at FROM account.session")).isEqualTo(before);
        change("session", "last_seen_at = now() - interval '61 seconds', idle_expires_at = now() + interval '1 hour'");
        assertThat(asked()).isEqualTo(200);
        assertThat(read("SELECT last_seen_at > now() - interval '30 seconds' AND idle_expires_at > now() + interval '6"
                        + " days' FROM account.session"))
                .isEqualTo("t");
    }

    @Test
    void forgetsEndedSessionsAtTheNextSignIn() throws SQLException {
        change("session", "expires_at = now() - interval '1 second'");
        gateway.signIn(ada);
        assertThat(read("SELECT count(*) FROM account.session")).isEqualTo("1");
    }

    @Test
    void keepsNeitherCookieNorTokenTextInTheDatabase() throws SQLException {
        String token = gateway.token(ada, "{\"name\":\"script\"}");
        String cookie = ada.cookies.get(gateway.cookieName());
        assertThat(read("SELECT session::text FROM account.session")).doesNotContain(cookie);
        assertThat(read("SELECT t::text FROM account.personal_access_token t")).doesNotContain(token.substring(4));
    }

    @Test
    void refusesATokenAfterItsLastDay() throws SQLException {
        String bearer = "Bearer " + gateway.token(ada, "{\"name\":\"script\"}");
        Browser script = gateway.browser();
        assertThat(script.get("/api/v1/account", "Authorization", bearer).statusCode())
                .isEqualTo(200);
        assertThat(read("SELECT last_used_at IS NOT NULL FROM account.personal_access_token"))
                .isEqualTo("t");
        change("personal_access_token", "expires_at = now() - interval '1 second'");
        HttpResponse<String> answer = script.get("/api/v1/account", "Authorization", bearer);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }
}
