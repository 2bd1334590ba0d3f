package org.memoro.web.note;

/** A short sentence with the part that matters set in bold. */
public record Phrase(String before, String strong, String after) {

    static Phrase strong(String text) {
        return new Phrase("", text, "");
    }

    static Phrase plain(String text) {
        return new Phrase(text, "", "");
    }

    /** The sentence as it is read aloud. */
    public String said() {
        return before + strong + after;
    }
}
