package org.memoro.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("security")
class AccountHashTests {
    private static final String KEY = "a key of thirty-two characters, at least";
    private static final UUID ACCOUNT = UUID.fromString("019aa4a2-6f50-7000-8000-0123456789ab");

    @Test
    void isTheBeginningOfHmacSha256() {
        // printf %s <account> | openssl dgst -sha256 -hmac <key> | cut -c1-16
        assertThat(AccountHash.with(KEY).of(ACCOUNT)).isEqualTo("d2c7dbfc6e2cdaf2");
    }

    @Test
    void isTheSameEverywhereWithOneKeyAndAnotherWithAnother() {
        assertThat(AccountHash.with(KEY).of(ACCOUNT))
                .isEqualTo(AccountHash.with(KEY).of(ACCOUNT));
        assertThat(AccountHash.with(KEY + "!").of(ACCOUNT))
                .isNotEqualTo(AccountHash.with(KEY).of(ACCOUNT));
        assertThat(AccountHash.ofThisProcess().of(ACCOUNT))
                .isEqualTo(AccountHash.ofThisProcess().of(ACCOUNT))
                .isNotEqualTo(AccountHash.with(KEY).of(ACCOUNT));
    }

    @Test
    void tellsNothingOfTheAccountAndTellsAccountsApart() {
        AccountHash hash = AccountHash.with(KEY);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            UUID account = UUID.randomUUID();
            String said = hash.of(account);
            assertThat(said).matches("[0-9a-f]{16}");
            assertThat(account.toString().replace("-", "")).doesNotContain(said);
            seen.add(said);
        }
        assertThat(seen).hasSize(10_000);
    }

    @Test
    void takesNoKeyThatCouldBeGuessed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccountHash.with("secret"))
                .withMessageContaining("memoro.logs.account-key")
                .withMessageNotContaining("\"secret\"");
    }
}
