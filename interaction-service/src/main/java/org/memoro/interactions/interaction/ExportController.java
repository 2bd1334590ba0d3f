package org.memoro.interactions.interaction;

import io.swagger.v3.oas.annotations.Hidden;
import org.memoro.internaltokens.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The files of an export that this service fills; the gateway puts them into the ZIP. */
@Hidden
@RestController
@RequestMapping("/internal/v1/export")
class ExportController {
    private final ExportInteractions export;

    ExportController(ExportInteractions export) {
        this.export = export;
    }

    /** Asked before the first byte leaves Memoro. */
    @GetMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> check(@AuthenticationPrincipal Caller caller) {
        return export.check(caller.accountId());
    }

    @GetMapping(path = "/interactions.json", produces = "application/json")
    Flux<ExportedInteraction> notes(@AuthenticationPrincipal Caller caller) {
        return export.all(caller.accountId());
    }

    @GetMapping(path = "/interactions.csv", produces = "text/csv;charset=UTF-8")
    Flux<String> table(@AuthenticationPrincipal Caller caller) {
        return export.all(caller.accountId())
                .filter(ExportedInteraction::isLiving)
                .map(ExportedInteraction::row)
                .startWith(ExportedInteraction.HEAD);
    }
}
