package org.memoro.search.part;

import java.util.List;
import org.memoro.search.text.Named;
import org.memoro.search.text.TextHash;

/**
 * A note whose parts are to be read.
 *
 * @param textHashes for each model that has read the note itself, of the text whose parts it has read; "" where none
 */
record NoteText(String text, List<String> names, List<String> textHashes) {
    /** A model reads some 500 tokens, and forgets the rest. */
    private static final int READ_WHOLE = 1_400;

    NoteText {
        names = List.copyOf(names);
        textHashes = List.copyOf(textHashes);
    }

    String hash() {
        return TextHash.of(text);
    }

    /** Whether there is nothing to be asked for: it has no parts, no model has read it, or all have. */
    boolean isRead(List<Part> parts) {
        String hash = hash();
        return parts.isEmpty() || textHashes.stream().allMatch(hash::equals);
    }

    /** As a note is embedded: with whom it is in front. */
    List<String> passages(List<Part> parts) {
        return parts.stream().map(part -> Named.text(names, part.in(text))).toList();
    }

    boolean isFoundByParts() {
        return text.length() > READ_WHOLE;
    }
}
