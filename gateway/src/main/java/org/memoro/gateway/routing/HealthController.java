package org.memoro.gateway.routing;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.util.Map;
import org.memoro.gateway.account.Accounts;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Says whether the gateway can serve: whether it can tell who somebody is. */
@Hidden
@RestController
class HealthController {
    /** A load balancer asks every few seconds and must not be kept waiting longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Accounts accounts;

    HealthController(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/healthz")
    Mono<ResponseEntity<Map<String, String>>> health() {
        return accounts.check()
                .timeout(PATIENCE)
                .thenReturn(ResponseEntity.ok(Map.of("status", "up")))
                .onErrorReturn(
                        ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body(Map.of("status", "down")));
    }
}
