package org.memoro.contacts;

import org.memoro.internaltokens.ActorAccess;
import org.memoro.testkit.access.InternalTokenAttacks;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

class ContactTokenAttackTests extends InternalTokenAttacks {

    @Override
    protected GuardedService service() {
        RunningService running = RunningService.shared();
        return new GuardedService(
                "contact-service",
                "http://127.0.0.1:" + running.port(),
                running.gateway,
                running.bean(RequestMappingHandlerMapping.class),
                running.bean(ActorAccess.class));
    }
}
