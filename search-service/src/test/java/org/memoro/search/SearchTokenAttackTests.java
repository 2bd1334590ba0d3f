package org.memoro.search;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.memoro.internaltokens.ActorAccess;
import org.memoro.internaltokens.ActorAccess.Rule;
import org.memoro.testkit.access.InternalTokenAttacks;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

class SearchTokenAttackTests extends InternalTokenAttacks {
    private final RunningSearch running = new RunningSearch();

    @AfterAll
    void stop() {
        running.close();
    }

    @Override
    protected GuardedService service() {
        return new GuardedService(
                "search-service",
                running.url(),
                running.gateway,
                running.bean(RequestMappingHandlerMapping.class),
                new ActorAccess(List.of(new Rule("gateway", "rebuild", HttpMethod.POST, "/internal/v1/rebuild"))));
    }
}
