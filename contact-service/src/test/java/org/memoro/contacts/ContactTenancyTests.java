package org.memoro.contacts;

import org.junit.jupiter.api.Tag;
import org.memoro.testkit.tenancy.TenancyContract;
import org.memoro.testkit.tenancy.TenancyRules;

@Tag("security")
class ContactTenancyTests extends TenancyContract {

    ContactTenancyTests() {
        // The job that forgets what was deleted long ago finds the accounts that have some.
        super(TenancyRules.of("contact")
                .publishesEvents()
                .remembersRequests()
                .relay("contact: SELECT(deleted_at, user_id)"));
    }
}
