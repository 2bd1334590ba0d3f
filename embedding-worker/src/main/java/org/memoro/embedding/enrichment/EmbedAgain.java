package org.memoro.embedding.enrichment;

import java.util.UUID;
import org.memoro.embedding.note.Note;
import org.memoro.embedding.note.ReadNote;
import org.memoro.embedding.vector.EmbedPassage;
import org.memoro.embedding.vector.Passage;
import org.memoro.embedding.vector.PassageVector;
import org.memoro.embedding.vector.WritePassage;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes the vector of a note that was read before, with the names its people have today. */
@Component
class EmbedAgain {
    private final ReadNote readNote;
    private final WritePassage writePassage;
    private final EmbedPassage embedPassage;

    EmbedAgain(ReadNote readNote, WritePassage writePassage, EmbedPassage embedPassage) {
        this.readNote = readNote;
        this.writePassage = writePassage;
        this.embedPassage = embedPassage;
    }

    /** What would be embedded now. */
    Mono<Passage> passage(UUID account, Note note) {
        return readNote.contacts(account).map(contacts -> writePassage.settled(note, contacts));
    }

    /** Its vector, or a {@link org.memoro.embedding.engine.ProviderUnavailable}. */
    Mono<PassageVector> embed(UUID account, Note note, Passage passage) {
        return readNote.mode(account).flatMap(mode -> embedPassage.embed(account, mode, note, passage));
    }
}
