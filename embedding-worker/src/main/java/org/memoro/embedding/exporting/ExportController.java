package org.memoro.embedding.exporting;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.memoro.api.KeyPages;
import org.memoro.internaltokens.Caller;
import org.memoro.tenancy.TenantTransactions;
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
    /** A note's facts are some tens of kilobytes at most. */
    private static final KeyPages PAGES = KeyPages.of(100);

    private final ExportedRows rows;
    private final TenantTransactions transactions;

    ExportController(ExportedRows rows, TenantTransactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    /** Asked before the first byte leaves Memoro. */
    @GetMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> check(@AuthenticationPrincipal Caller caller) {
        return transactions.inTransaction(caller.accountId(), Mono.empty());
    }

    @GetMapping(path = "/extractions.json", produces = "application/json")
    Flux<ExportedExtraction> extractions(@AuthenticationPrincipal Caller caller) {
        return pages(caller, rows::extractions, ExportedExtraction::interactionId);
    }

    @GetMapping(path = "/provider-calls.json", produces = "application/json")
    Flux<ExportedCall> calls(@AuthenticationPrincipal Caller caller) {
        return pages(caller, rows::calls, ExportedCall::id);
    }

    /** A row a month: short for centuries. */
    @GetMapping(path = "/spending.json", produces = "application/json")
    Mono<List<ExportedMonth>> spending(@AuthenticationPrincipal Caller caller) {
        UUID account = caller.accountId();
        return transactions.inTransaction(account, rows.spending(account).collectList());
    }

    private <T> Flux<T> pages(Caller caller, Page<T> page, Function<T, UUID> key) {
        UUID account = caller.accountId();
        return PAGES.read(
                (after, size) -> transactions.inTransaction(
                        account, page.of(account, after, size).collectList()),
                key);
    }

    /** The rows of an account that follow a key. */
    private interface Page<T> {
        Flux<T> of(UUID account, UUID after, int size);
    }
}
