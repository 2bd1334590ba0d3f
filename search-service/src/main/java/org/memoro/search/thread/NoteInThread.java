package org.memoro.search.thread;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.search.part.NoteText;
import org.memoro.search.text.Named;
import org.memoro.search.text.TextHash;

/**
 * A note, and the one before it in its thread.
 *
 * @param before null when it stands alone or at the beginning of its thread
 * @param textHashes for each model that has read the note itself, of the texts whose meaning together is kept; "" where none
 *     is
 * @param parts the note by itself, part by part
 */
record NoteInThread(Said note, @Nullable Before before, List<String> textHashes, NoteText parts) {
    /** A model reads some 2,000 characters; the last words before a note are those that it answers. */
    private static final int LAST_WORDS = 600;

    private static final int FIRST_WORDS = 1_400;

    NoteInThread {
        textHashes = List.copyOf(textHashes);
    }

    /** Words, and whom they are with. */
    record Said(List<String> names, String text) {
        String named(String part) {
            return Named.text(names, part);
        }
    }

    /** The note before. */
    record Before(UUID id, Said said) {}

    /** Both as one text for a model; empty when nothing stands before the note, or nobody has read the note yet. */
    Optional<String> passage() {
        if (before == null || textHashes.isEmpty()) {
            return Optional.empty();
        }
        String earlier = before.said().text();
        String last = earlier.substring(boundary(earlier, Math.max(0, earlier.length() - LAST_WORDS)));
        String first = note.text()
                .substring(0, boundary(note.text(), Math.min(note.text().length(), FIRST_WORDS)));
        return Optional.of(before.said().named(last) + "\n" + note.named(first));
    }

    /** Whether every model that has read the note has read both of these texts. */
    boolean isRead() {
        return passage()
                .map(TextHash::of)
                .filter(hash -> textHashes.stream().allMatch(hash::equals))
                .isPresent();
    }

    /** Never between the halves of one character. */
    private static int boundary(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
