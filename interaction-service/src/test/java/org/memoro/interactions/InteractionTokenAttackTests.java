package org.memoro.interactions;

import org.memoro.internaltokens.ActorAccess;
import org.memoro.testkit.access.InternalTokenAttacks;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

class InteractionTokenAttackTests extends InternalTokenAttacks {

    @Override
    protected GuardedService service() {
        RunningService running = RunningService.shared();
        return new GuardedService(
                "interaction-service",
                "http://127.0.0.1:" + running.port(),
                running.gateway,
                running.bean(RequestMappingHandlerMapping.class),
                running.bean(ActorAccess.class));
    }
}
