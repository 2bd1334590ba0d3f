package org.memoro.interactions;

import org.junit.jupiter.api.Tag;
import org.memoro.testkit.tenancy.TenancyContract;
import org.memoro.testkit.tenancy.TenancyRules;

@Tag("security")
class InteractionTenancyTests extends TenancyContract {

    InteractionTenancyTests() {
        // The purge of old tombstones and the check of waiting participants find the accounts that have some.
        super(TenancyRules.of("interaction")
                .publishesEvents()
                .remembersRequests()
                .relay("interaction: SELECT(deleted_at, purged_at, user_id)")
                .relay("participant: SELECT(state, user_id)"));
    }
}
