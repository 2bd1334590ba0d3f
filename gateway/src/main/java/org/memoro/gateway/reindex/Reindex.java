package org.memoro.gateway.reindex;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.memoro.gateway.account.Accounts;
import org.memoro.gateway.reindex.RebuildAccount.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Goes through all accounts, one after the other, and knows how far it is.
 *
 * <p>It lives in this process: when that ends before it is through, it has to be asked for again. Every step can be taken any
 * number of times, so nothing is lost by that, nor by two that are under way at once.
 */
@Component
class Reindex implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(Reindex.class);
    private static final UUID FIRST = new UUID(0, 0);
    private static final int ACCOUNTS_AT_ONCE = 200;

    private final Accounts accounts;
    private final RebuildAccount rebuildAccount;
    private final Clock clock;
    private volatile Progress progress = Progress.NEVER;
    private volatile @Nullable Disposable running;

    Reindex(Accounts accounts, RebuildAccount rebuildAccount, Clock clock) {
        this.accounts = accounts;
        this.rebuildAccount = rebuildAccount;
        this.clock = clock;
    }

    /**
     * How far it is.
     *
     * @param state {@code never}, {@code running}, {@code done}, or {@code failed} when accounts are left that could not be done
     * @param accounts how many are done
     * @param of how many there were at the beginning
     * @param failed how many could not be done
     */
    record Progress(
            String state,
            long accounts,
            long of,
            long failed,
            long contacts,
            long notes,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt) {
        static final Progress NEVER = new Progress("never", 0, 0, 0, 0, 0, null, null);

        static Progress begun(long accounts, Instant now) {
            return new Progress("running", 0, accounts, 0, 0, 0, now, null);
        }

        boolean isRunning() {
            return state.equals("running");
        }

        Progress with(Step step) {
            return new Progress(
                    state, accounts, of, failed, contacts + step.contacts(), notes + step.notes(), startedAt, null);
        }

        Progress withAccount(boolean done) {
            return new Progress(
                    state, accounts + (done ? 1 : 0), of, failed + (done ? 0 : 1), contacts, notes, startedAt, null);
        }

        Progress ended(boolean well, Instant now) {
            String how = well && failed == 0 ? "done" : "failed";
            return new Progress(how, accounts, of, failed, contacts, notes, startedAt, now);
        }
    }

    Progress progress() {
        return progress;
    }

    /** Begins unless it is under way. */
    Mono<Progress> begin() {
        return accounts.count().map(this::begin);
    }

    private synchronized Progress begin(long count) {
        if (!progress.isRunning()) {
            log.info("The search index of {} accounts is built anew", count);
            progress = Progress.begun(count, clock.instant());
            running = all().subscribe(done -> {}, this::failed, () -> end(true));
        }
        return progress;
    }

    private synchronized Progress update(UnaryOperator<Progress> change) {
        progress = change.apply(progress);
        return progress;
    }

    private Flux<Boolean> all() {
        return accounts.ids(FIRST, ACCOUNTS_AT_ONCE)
                .expand(ids ->
                        ids.size() < ACCOUNTS_AT_ONCE ? Mono.empty() : accounts.ids(ids.getLast(), ACCOUNTS_AT_ONCE))
                .concatMapIterable(ids -> ids)
                .concatMap(this::one);
    }

    private Mono<Boolean> one(UUID account) {
        return rebuildAccount
                .of(account)
                .doOnNext(step -> update(known -> known.with(step)))
                .then(Mono.just(true))
                .onErrorResume(failure -> {
                    log.warn("The search index of an account could not be built anew: {}", failure.toString());
                    return Mono.just(false);
                })
                .doOnNext(done -> update(known -> known.withAccount(done)));
    }

    private void failed(Throwable failure) {
        log.warn("The search index could not be built anew for every account", failure);
        end(false);
    }

    private void end(boolean well) {
        Progress ended = update(known -> known.ended(well, clock.instant()));
        log.info(
                "The search index was built anew: {} accounts, {} contacts, {} notes; {} accounts failed",
                ended.accounts(),
                ended.contacts(),
                ended.notes(),
                ended.failed());
    }

    @Override
    public void destroy() {
        Disposable under = running;
        if (under != null) {
            under.dispose();
        }
    }
}
