package org.memoro.embedding;

import org.junit.jupiter.api.AfterAll;
import org.memoro.internaltokens.ActorAccess;
import org.memoro.testkit.access.InternalTokenAttacks;
import org.springframework.core.env.Environment;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

class EnrichmentTokenAttackTests extends InternalTokenAttacks {
    private final RunningWorker running = RunningWorker.start();

    @AfterAll
    void stop() {
        running.close();
    }

    @Override
    protected GuardedService service() {
        return new GuardedService(
                "embedding-worker",
                "http://127.0.0.1:" + running.bean(Environment.class).getProperty("local.server.port"),
                running.gateway,
                running.bean(RequestMappingHandlerMapping.class),
                running.bean(ActorAccess.class));
    }
}
