package org.memoro.gateway.export;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.memoro.api.Ids;
import org.memoro.gateway.access.Visit;
import org.memoro.gateway.account.SignedIn;
import org.memoro.gateway.audit.AuditKind;
import org.memoro.gateway.audit.RecordAudit;
import org.memoro.gateway.session.ResumeSession;
import org.memoro.gateway.token.UseToken;
import org.memoro.problems.HttpProblem;
import org.memoro.problems.ProblemException;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hands out everything an account owns as one ZIP: complete, or broken off, but never something in between. */
@Service
class ExportAccount {
    /** An export that is not renewed for so long has died with its replica. */
    private static final Duration LEASE = Duration.ofSeconds(60);
    /** How soon it notices that its session, token or account has ended. */
    private static final Duration WATCH = Duration.ofSeconds(10);

    private static final Duration LATER = Duration.ofSeconds(30);

    private final RunningExports running;
    private final ServiceFiles serviceFiles;
    private final OwnFiles ownFiles;
    private final ResumeSession resumeSession;
    private final UseToken useToken;
    private final RecordAudit recordAudit;
    private final TenantTransactions transactions;
    private final Clock clock;

    ExportAccount(
            RunningExports running,
            ServiceFiles serviceFiles,
            OwnFiles ownFiles,
            ResumeSession resumeSession,
            UseToken useToken,
            RecordAudit recordAudit,
            TenantTransactions transactions,
            Clock clock) {
        this.running = running;
        this.serviceFiles = serviceFiles;
        this.ownFiles = ownFiles;
        this.resumeSession = resumeSession;
        this.useToken = useToken;
        this.recordAudit = recordAudit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** It ended in the middle: the one who reads must not believe to have everything. */
    private static final class BrokenOff extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BrokenOff() {
            super("the session, the token or the account has ended");
        }
    }

    /** The ZIP, once nothing stands in its way: 503 when a service cannot be asked, 429 while another export runs. */
    Mono<Flux<DataBuffer>> of(Visit visit) {
        SignedIn who = visit.who();
        UUID id = Ids.next();
        return serviceFiles.check(who).then(begin(who, id)).thenReturn(zip(visit, id));
    }

    private Mono<Void> begin(SignedIn who, UUID id) {
        Mono<Boolean> begun = Mono.defer(() -> running.begin(
                        who.accountId(), id, clock.instant(), clock.instant().plus(LEASE)))
                .flatMap(first -> first
                        ? recordAudit
                                .of(who.accountId(), who.does(AuditKind.EXPORT_STARTED))
                                .thenReturn(true)
                        : Mono.just(false));
        return transactions
                .inTransaction(who.accountId(), begun)
                .filter(first -> first)
                .switchIfEmpty(Mono.error(() -> ProblemException.of(
                                HttpProblem.RATE_LIMITED, "An export of your account is running already.")
                        .retryAfter(LATER)))
                .then();
    }

    private Flux<DataBuffer> zip(Visit visit, UUID id) {
        SignedIn who = visit.who();
        List<ExportFile> files = Stream.of(ownFiles.of(who.accountId()), serviceFiles.of(who))
                .flatMap(List::stream)
                .toList();
        Flux<DataBuffer> zip =
                ZipStream.of(files, mayGoOn(visit, id), clock.instant()).takeUntilOther(watch(visit, id));
        // Whoever has read the last byte may begin the next one at once.
        return Flux.usingWhen(Mono.just(id), export -> zip, export -> end(who, export));
    }

    private Mono<Void> mayGoOn(Visit visit, UUID id) {
        UUID accountId = visit.who().accountId();
        Mono<Boolean> renewed =
                Mono.defer(() -> running.renew(accountId, id, clock.instant().plus(LEASE)));
        return isOpen(visit)
                .filter(open -> open)
                .flatMap(open -> transactions.inTransaction(accountId, renewed))
                .filter(renews -> renews)
                .switchIfEmpty(Mono.error(BrokenOff::new))
                .then();
    }

    private Mono<Boolean> isOpen(Visit visit) {
        List<String> shown = List.of(visit.credential());
        return (visit.session() == null ? useToken.stillOpen(shown) : resumeSession.stillOpen(shown))
                .map(open -> open.contains(visit.credential()));
    }

    /** Never ends but with an error, so that it can only break off. */
    private Mono<Void> watch(Visit visit, UUID id) {
        return Flux.interval(WATCH)
                .onBackpressureDrop()
                .concatMap(tick -> mayGoOn(visit, id), 1)
                .then(Mono.never());
    }

    /** What fails here ends with the lease. */
    private Mono<Void> end(SignedIn who, UUID id) {
        return transactions
                .inTransaction(who.accountId(), running.end(who.accountId(), id))
                .onErrorComplete()
                .then();
    }
}
