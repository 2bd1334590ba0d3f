package org.memoro.endtoend.security;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.memoro.endtoend.security.SecurityInstance.Account;

/** Everything that can be read of an account, to see whether an attack has changed anything. */
final class AccountState {
    private static final List<String> PARTS = List.of(
            "/api/v1/account",
            "/api/v1/account/tokens?limit=200",
            "/api/v1/contacts?limit=200",
            "/api/v1/interactions?limit=200",
            "/api/v1/facts?limit=200");

    private AccountState() {}

    /** Part by part, without the times at which something was used. */
    static Map<String, String> of(Http http, Account account) {
        Map<String, String> state = new TreeMap<>();
        for (String part : PARTS) {
            Answer answer = http.send(Call.of("GET " + part), Who.withToken("victim", account.token()));
            if (answer.status() != 200) {
                throw new IllegalStateException(part + " answered " + answer);
            }
            state.put(part, answer.text().replaceAll("\"lastUsed\\w*\":\"[^\"]*\"", ""));
        }
        return state;
    }
}
