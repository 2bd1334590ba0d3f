package org.memoro.search.part;

import java.util.List;
import org.memoro.search.text.Named;
import org.memoro.search.text.TextHash;

/**
 * A note whose parts are to be read.
 *
 * @param names whom it is with
 * @param textHashes for each model that has read the note itself, of the text whose parts it has read; "" where none
 */
public record NoteText(String text, List<String> names, List<String> textHashes) {
    /** A model reads some 500 tokens, and forgets the rest. */
    private static final int READ_WHOLE = 1_400;

    private static final String NO_PARTS = "";

    /** Of a note that is not there any more. */
    public static final NoteText GONE = new NoteText("", List.of(), List.of());

    public NoteText {
        names = List.copyOf(names);
        textHashes = List.copyOf(textHashes);
    }

    /** What to ask a model for, as a note is embedded; none when it has no parts, no model has read it, or all have. */
    public List<String> unread() {
        String hash = hash();
        return textHashes.stream().allMatch(hash::equals)
                ? List.of()
                : parts().stream().map(part -> Named.text(names, part.in(text))).toList();
    }

    List<Part> parts() {
        return Part.of(text);
    }

    /** Of the text whose parts are worth keeping. */
    String hash() {
        return parts().isEmpty() ? NO_PARTS : TextHash.of(text);
    }

    boolean isFoundByParts() {
        return text.length() > READ_WHOLE;
    }
}
