package org.memoro.languagemodels;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.Evidence;
import org.memoro.languagemodels.text.Folding;

/** Finds quotes in a note; typographic quotes, dashes and composed accents may differ, nothing else. */
final class NoteQuotes {

    private final String note;
    private final String foldedNote;
    private @Nullable Plain plain;

    NoteQuotes(String note) {
        this.note = note;
        this.foldedNote = Folding.foldUmlauts(note);
    }

    /** The evidence with the note's own words and offsets; null when the quote is not in the note. */
    @Nullable
    Evidence located(Evidence evidence) {
        String quote = evidence.quote();
        if (quote.isBlank()) {
            return null;
        }
        Integer start = evidence.start();
        if (start != null && start >= 0 && note.startsWith(quote, start)) {
            return new Evidence(quote, start, start + quote.length());
        }
        int exact = note.indexOf(quote);
        return exact >= 0 ? new Evidence(quote, exact, exact + quote.length()) : likeTyped(quote);
    }

    /** Whether the note holds the name, however cased and accented. */
    boolean names(String name) {
        return !name.isBlank() && foldedNote.contains(Folding.foldUmlauts(name.strip()));
    }

    @Nullable
    String ifNamed(@Nullable String name) {
        return name != null && names(name) ? name : null;
    }

    private @Nullable Evidence likeTyped(String quote) {
        if (plain == null) {
            plain = Plain.of(note);
        }
        String wanted = Plain.of(quote).text.strip();
        int at = wanted.isEmpty() ? -1 : plain.text.indexOf(wanted);
        if (at < 0) {
            return null;
        }
        int start = plain.offsets[at];
        int end = plain.offsets[at + wanted.length()];
        return new Evidence(note.substring(start, end), start, end);
    }

    /** A text in its composed form with plain quotes and dashes, and where each of its characters came from. */
    private static final class Plain {

        private final String text;
        private final int[] offsets;

        private Plain(String text, int[] offsets) {
            this.text = text;
            this.offsets = offsets;
        }

        private static Plain of(String original) {
            StringBuilder text = new StringBuilder(original.length());
            int[] offsets = new int[original.length() * 3 + 1];
            int at = 0;
            while (at < original.length()) {
                int next = endOfCharacter(original, at);
                String composed = Normalizer.normalize(original.substring(at, next), Normalizer.Form.NFC);
                for (int i = 0; i < composed.length() && text.length() < offsets.length - 1; i++) {
                    offsets[text.length()] = at;
                    text.append(plain(composed.charAt(i)));
                }
                at = next;
            }
            offsets[text.length()] = original.length();
            return new Plain(text.toString(), offsets);
        }

        private static int endOfCharacter(String text, int at) {
            int next = at + Character.charCount(text.codePointAt(at));
            while (next < text.length() && Character.getType(text.codePointAt(next)) == Character.NON_SPACING_MARK) {
                next += Character.charCount(text.codePointAt(next));
            }
            return next;
        }

        private static char plain(char c) {
            return switch (c) {
                case '’', '‘', 'ʼ', '‚' -> '\'';
                case '“', '”', '„', '«', '»' -> '"';
                case '–', '—', '‑' -> '-';
                case '\u00a0', '\n', '\t', '\r' -> ' ';
                default -> c;
            };
        }
    }
}
