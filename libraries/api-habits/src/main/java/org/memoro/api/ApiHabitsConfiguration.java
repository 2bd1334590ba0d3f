package org.memoro.api;

import org.memoro.tenancy.TenantTransactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** Switches on idempotency keys in a service that has a database. */
@Configuration(proxyBeanMethods = false)
public class ApiHabitsConfiguration {

    @Bean
    IdempotentRequests idempotentRequests(DatabaseClient client) {
        return new IdempotentRequests(client);
    }

    @Bean
    IdempotencyFilter idempotencyFilter(IdempotentRequests requests, TenantTransactions transactions) {
        return new IdempotencyFilter(requests, transactions);
    }

    @Bean
    PurgeRequests purgeRequests(IdempotentRequests requests, TenantTransactions transactions) {
        return new PurgeRequests(requests, transactions);
    }
}
