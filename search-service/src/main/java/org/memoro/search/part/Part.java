package org.memoro.search.part;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A part of a text that is worth pointing at, in UTF-16 units: a sentence, or some of a long text. */
record Part(int begins, int ends) {
    /** Enough to point at the right place of the longest note. */
    private static final int MOST = 32;

    /** A shorter sentence ("Yes!") means nothing without the next. */
    private static final int SHORTEST = 20;

    /** A text that is one part has none. */
    static List<Part> of(String text) {
        int wanted = Math.max(SHORTEST, (text.length() + MOST - 1) / MOST);
        List<Part> parts = new ArrayList<>();
        int begins = 0;
        for (int end : ends(text)) {
            if (text.substring(begins, end).strip().length() >= wanted) {
                parts.add(stripped(text, begins, end));
                begins = end;
            }
        }
        if (!text.substring(begins).isBlank()) {
            // What is left over belongs to the part before it.
            int first = parts.isEmpty() ? begins : parts.removeLast().begins();
            parts.add(stripped(text, first, text.length()));
        }
        return parts.size() < 2 ? List.of() : List.copyOf(parts);
    }

    String in(String text) {
        return text.substring(begins, ends);
    }

    /** Of sentences, and of lines: whoever writes lists puts no full stop. */
    private static List<Integer> ends(String text) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        sentences.setText(text);
        List<Integer> ends = new ArrayList<>();
        for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
            ends.add(end);
        }
        for (int line = text.indexOf('\n'); line >= 0; line = text.indexOf('\n', line + 1)) {
            ends.add(line + 1);
        }
        return ends.stream().distinct().sorted().toList();
    }

    private static Part stripped(String text, int from, int to) {
        int begins = from;
        int ends = to;
        while (Character.isWhitespace(text.charAt(begins))) {
            begins++;
        }
        while (Character.isWhitespace(text.charAt(ends - 1))) {
            ends--;
        }
        return new Part(begins, ends);
    }
}
