package org.memoro.web.note;

/** A short sentence with the part that matters set in bold. */
public record Phrase(String before, String strong, String after) {

    static Phrase strong(String text) {
        return new Phrase("", text, "");
    }

    static Phrase plain(String text) {
        return new Phrase(text, "", "");
    }

    /** The same with a word before it. */
    Phrase startingWith(String word) {
        return new Phrase(word + before, strong, after);
    }

    /** The sentence as it is read aloud. */
    public String said() {
        return before + strong + after;
    }
}
