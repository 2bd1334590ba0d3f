package org.memoro.gateway;

import org.junit.jupiter.api.Tag;
import org.memoro.testkit.tenancy.TenancyContract;
import org.memoro.testkit.tenancy.TenancyRules;

@Tag("security")
class AccountTenancyTests extends TenancyContract {

    AccountTenancyTests() {
        super(TenancyRules.of("account")
                .publishesEvents()
                .remembersRequests()
                // Old lines of the audit trail are removed by age.
                .relay("audit_entry: DELETE, SELECT(at)")
                // Whoever has the search index built anew goes through all accounts.
                .relay("account: SELECT(user_id)")
                // Before anybody is known, an account is found by a secret or by who the provider says it is.
                .lookup("account.find_account(text,text)")
                .lookup("account.find_session(bytea,timestamp with time zone)")
                .lookup("account.find_token(bytea,timestamp with time zone)")
                .lookupSees("account: SELECT(enrichment, registration_id, subject, time_zone, user_id)")
                .lookupSees("session: SELECT(expires_at, hash, id, idle_expires_at, last_seen_at, user_id)")
                .lookupSees("personal_access_token: SELECT(expires_at, hash, id, last_used_at, revoked_at, scopes,"
                        + " user_id)")
                // Hashes of secrets cannot be guessed; a subject comes from the provider, not from whoever signs in.
                .acrossAccounts("session_hash_unique")
                .acrossAccounts("personal_access_token_hash_unique")
                .acrossAccounts("account_subject_unique"));
    }
}
