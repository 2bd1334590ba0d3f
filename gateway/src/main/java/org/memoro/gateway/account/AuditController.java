package org.memoro.gateway.account;

import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.memoro.api.Cursor;
import org.memoro.api.Limits;
import org.memoro.api.Page;
import org.memoro.gateway.audit.AuditEntry;
import org.memoro.gateway.audit.ListAudit;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What happened to one's own account over HTTP. */
@RestController
@RequestMapping(path = "/api/v1/account/audit", produces = MediaType.APPLICATION_JSON_VALUE)
class AuditController {
    private final ListAudit listAudit;

    AuditController(ListAudit listAudit) {
        this.listAudit = listAudit;
    }

    @GetMapping
    @Operation(summary = "What happened to my account: sign-ins, sessions, tokens, settings, exports")
    Mono<Page<AuditEntry>> list(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return listAudit.of(who.accountId(), Limits.of(limit), Cursor.decode(cursor));
    }
}
