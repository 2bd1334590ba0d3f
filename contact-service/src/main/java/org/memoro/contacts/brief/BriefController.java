package org.memoro.contacts.brief;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.memoro.internaltokens.Caller;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The brief, over HTTP. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class BriefController {
    private final WriteBrief writeBrief;
    private final Clock clock;

    BriefController(WriteBrief writeBrief, Clock clock) {
        this.writeBrief = writeBrief;
        this.clock = clock;
    }

    @GetMapping("/api/v1/contacts/{id}/context")
    @Operation(summary = "Everything worth knowing before meeting a contact, every line with its source")
    Mono<Brief> read(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        LocalDate today = LocalDate.now(clock.withZone(caller.zone()));
        return writeBrief.write(caller.accountId(), id, today);
    }
}
