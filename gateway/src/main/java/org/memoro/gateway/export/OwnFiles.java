package org.memoro.gateway.export;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.memoro.api.Cursor;
import org.memoro.api.KeyPages;
import org.memoro.api.Page;
import org.memoro.gateway.account.ReadAccount;
import org.memoro.gateway.audit.AuditEntry;
import org.memoro.gateway.audit.ListAudit;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What the gateway itself knows of an account, and what is in the other files. */
@Component
class OwnFiles {
    private static final KeyPages PAGES = KeyPages.of(200);
    private static final int LINES = 200;
    private static final int CHUNK = 4096;

    private final ReadAccount readAccount;
    private final ListAudit listAudit;
    private final OwnRows rows;
    private final TenantTransactions transactions;
    private final JsonMapper json;

    OwnFiles(
            ReadAccount readAccount,
            ListAudit listAudit,
            OwnRows rows,
            TenantTransactions transactions,
            JsonMapper json) {
        this.readAccount = readAccount;
        this.listAudit = listAudit;
        this.rows = rows;
        this.transactions = transactions;
        this.json = json;
    }

    List<ExportFile> of(UUID accountId) {
        return List.of(
                new ExportFile("README.txt", readme()),
                new ExportFile("account.json", readAccount.of(accountId).flux().map(this::one)),
                new ExportFile("tokens.json", array(PAGES.read(pages(accountId, rows::tokens), OwnRows.Token::id))),
                new ExportFile(
                        "sessions.json", array(PAGES.read(pages(accountId, rows::sessions), OwnRows.Session::id))),
                new ExportFile("audit.json", array(audit(accountId))));
    }

    private static Flux<DataBuffer> readme() {
        return DataBufferUtils.read(
                new ClassPathResource("gateway/export-readme.txt"), DefaultDataBufferFactory.sharedInstance, CHUNK);
    }

    private Flux<AuditEntry> audit(UUID accountId) {
        return listAudit
                .of(accountId, LINES, Cursor.decode(null))
                .expand(page -> page.nextCursor() == null
                        ? Mono.empty()
                        : listAudit.of(accountId, LINES, Cursor.decode(page.nextCursor())))
                .flatMapIterable(Page::items, 1);
    }

    private <T> BiFunction<UUID, Integer, Mono<List<T>>> pages(UUID accountId, Rows<T> read) {
        return (after, size) -> transactions.inTransaction(
                accountId, read.page(accountId, after, size).collectList());
    }

    /** Some rows of an account, from a key on. */
    private interface Rows<T> {
        Flux<T> page(UUID accountId, UUID after, int limit);
    }

    private <T> Flux<DataBuffer> array(Flux<T> items) {
        return Flux.concat(
                Mono.just(text("[")),
                items.index((index, item) -> text((index == 0 ? "\n" : ",\n") + json.writeValueAsString(item))),
                Mono.just(text("\n]\n")));
    }

    private DataBuffer one(Object thing) {
        return text(json.writeValueAsString(thing) + "\n");
    }

    private static DataBuffer text(String text) {
        return DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
