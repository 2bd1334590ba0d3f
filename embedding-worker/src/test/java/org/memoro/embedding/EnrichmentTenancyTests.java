package org.memoro.embedding;

import org.junit.jupiter.api.Tag;
import org.memoro.testkit.tenancy.TenancyContract;
import org.memoro.testkit.tenancy.TenancyRules;

@Tag("security")
class EnrichmentTenancyTests extends TenancyContract {

    EnrichmentTenancyTests() {
        // The job that asks the provider again finds out which notes wait, then works on one account at a time.
        super(TenancyRules.of("enrichment")
                .publishesEvents()
                .remembersRequests()
                .relay("missing_vector: SELECT(attempts, due_at, interaction_id, user_id)")
                // After a start with another model it finds out which accounts have notes.
                .relay("enriched_note: SELECT(user_id)"));
    }
}
