package org.memoro.search.part;

import java.util.List;
import java.util.UUID;
import org.memoro.search.document.Embedding;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds out which parts of a note are to be read, so that a search can point at the one it means; within a running transaction. */
@Component
public class ReadParts {
    private static final String NO_TEXT = "";

    private final NoteParts noteParts;

    ReadParts(NoteParts noteParts) {
        this.noteParts = noteParts;
    }

    /**
     * Parts that are to be read.
     *
     * @param passages what to ask a model for; none when there is nothing new
     */
    public record Unread(UUID userId, UUID interactionId, String textHash, List<String> passages, Keep keep) {
        public Unread {
            passages = List.copyOf(passages);
        }

        /** Keeps what the passages mean, in their order. */
        interface Keep {
            Mono<Void> meanings(List<Embedding> meanings);
        }
    }

    /** What is to be asked for a note, if anything. */
    public Mono<Unread> find(UUID userId, UUID interactionId) {
        return noteParts
                .find(userId, interactionId)
                .map(note -> unread(userId, interactionId, note))
                .defaultIfEmpty(new Unread(userId, interactionId, NO_TEXT, List.of(), meanings -> Mono.empty()));
    }

    /** Forgets the parts that the note no longer has, and keeps what its new ones mean. */
    public Mono<Void> keep(Unread parts, List<Embedding> meanings) {
        Mono<Void> forget = noteParts.deleteOthers(parts.userId(), parts.interactionId(), parts.textHash());
        return meanings.isEmpty() ? forget : forget.then(parts.keep().meanings(meanings));
    }

    private Unread unread(UUID userId, UUID interactionId, NoteText note) {
        List<Part> parts = Part.of(note.text());
        return new Unread(
                userId,
                interactionId,
                parts.isEmpty() ? NO_TEXT : note.hash(),
                note.isRead(parts) ? List.of() : note.passages(parts),
                meanings -> noteParts.keep(userId, interactionId, note, parts, meanings));
    }
}
