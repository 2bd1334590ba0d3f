package org.memoro.embedding.note;

import java.util.List;
import java.util.UUID;
import org.memoro.internaltokens.EnrichmentMode;
import org.memoro.internaltokens.InternalHttp;
import org.memoro.internaltokens.InternalTokens;
import org.memoro.internaltokens.NotThere;
import org.memoro.internaltokens.TokenReader;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks the owners for what understanding a note needs: its text, the account's contacts, and how far it may travel. */
@Component
public class ReadNote {
    private static final String SELF = "embedding-worker";
    private static final String PURPOSE = "enrich";

    private final InternalHttp http;
    private final InternalTokens tokens;
    private final TokenReader reader;

    /** The list as contact-service sends it. */
    private record Names(List<ContactName> items) {}

    ReadNote(InternalHttp http, InternalTokens tokens, TokenReader reader) {
        this.http = http;
        this.tokens = tokens;
        this.reader = reader;
    }

    /** The note, perhaps a deleted one; empty when it was never there or its account is gone. */
    public Mono<Note> read(UUID account, UUID interactionId) {
        return http.forWork("interaction-service", account, PURPOSE)
                .get()
                .uri("/internal/v1/interactions/{id}", interactionId)
                .retrieve()
                .bodyToMono(Note.class)
                .onErrorComplete(NotThere.class);
    }

    /** What all living contacts of the account are called. */
    public Mono<List<ContactName>> contacts(UUID account) {
        return http.forWork("contact-service", account, PURPOSE)
                .get()
                .uri("/internal/v1/contacts/names")
                .retrieve()
                .bodyToMono(Names.class)
                .map(Names::items);
    }

    /** How far the account lets its notes travel; the gateway says so in every token. */
    public Mono<EnrichmentMode> mode(UUID account) {
        return tokens.forWork(account, SELF, PURPOSE).flatMap(reader::read).map(caller -> caller.enrichment());
    }
}
