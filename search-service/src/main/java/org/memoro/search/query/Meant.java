package org.memoro.search.query;

import org.memoro.search.text.TextHash;

/**
 * The part of a note that a question means, in UTF-16 units of the text with this hash.
 *
 * @param textHash a note that was changed since has other words there
 */
record Meant(int begins, int ends, String textHash) {
    boolean isOf(String text) {
        return ends <= text.length() && textHash.equals(TextHash.of(text));
    }
}
