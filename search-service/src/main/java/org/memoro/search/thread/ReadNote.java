package org.memoro.search.thread;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.memoro.search.document.Embedding;
import org.memoro.search.part.NoteParts;
import org.memoro.search.text.TextHash;

/**
 * A stale note with what came of reading it.
 *
 * @param meaning what it means after the one before it; empty when that was not to be read
 * @param parts what its parts mean; none when they were not to be read
 */
record ReadNote(StaleNote stale, Optional<Embedding> meaning, List<Embedding> parts) {
    private static final String NOT_READ = "";

    ReadNote {
        parts = List.copyOf(parts);
    }

    static ReadNote withoutMeaning(StaleNote stale) {
        return new ReadNote(stale, Optional.empty(), List.of());
    }

    /** Of notes that were read together: the meanings in the order of their passages. */
    static List<ReadNote> of(List<StaleNote> notes, List<Embedding> meanings) {
        List<ReadNote> read = new ArrayList<>();
        int at = 0;
        for (StaleNote note : notes) {
            int end = at + note.passages().size();
            int parts = note.passage().isPresent() ? at + 1 : at;
            read.add(new ReadNote(
                    note, parts > at ? Optional.of(meanings.get(at)) : Optional.empty(), meanings.subList(parts, end)));
            at = end;
        }
        return read;
    }

    /** Whether what is kept of it may be of other texts than these. */
    boolean isNew() {
        return stale.note() == null || !stale.note().isRead();
    }

    /** Of the only texts whose meaning together is to be kept; none are when nothing is before the note, or nobody has read it. */
    String textHash() {
        return Optional.ofNullable(stale.note())
                .flatMap(NoteInThread::passage)
                .map(TextHash::of)
                .orElse(NOT_READ);
    }

    NoteParts.Read ofParts() {
        return new NoteParts.Read(stale.id(), stale.text(), parts);
    }
}
