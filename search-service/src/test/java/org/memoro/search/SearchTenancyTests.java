package org.memoro.search;

import org.memoro.testkit.tenancy.TenancyContract;
import org.memoro.testkit.tenancy.TenancyRules;

class SearchTenancyTests extends TenancyContract {

    SearchTenancyTests() {
        super(TenancyRules.of("search").publishesEvents().remembersRequests());
    }
}
