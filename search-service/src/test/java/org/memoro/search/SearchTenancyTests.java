package org.memoro.search;

import org.junit.jupiter.api.Tag;
import org.memoro.testkit.tenancy.TenancyContract;
import org.memoro.testkit.tenancy.TenancyRules;

@Tag("security")
class SearchTenancyTests extends TenancyContract {

    SearchTenancyTests() {
        super(TenancyRules.of("search").publishesEvents().remembersRequests());
    }
}
