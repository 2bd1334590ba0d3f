package org.memoro.languagemodels;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.Evidence;
import org.memoro.languagemodels.text.Folding;
import org.memoro.languagemodels.text.NameInText;

/**
 * Finds quotes in a note; typographic quotes, dashes, composed accents, the kind of white space and characters without
 * width may differ, nothing else.
 */
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

    /** Whether the note holds the name as words of its own, however cased and accented. */
    boolean names(String name) {
        return ShortText.isName(name) && NameInText.occurs(Folding.foldUmlauts(name.strip()), foldedNote);
    }

    /** Whether the note holds the name, and it can be a person's. */
    boolean namesPerson(String name) {
        return ShortText.isPersonName(name) && names(name);
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
        int start = plain.starts[at];
        int end = plain.ends[at + wanted.length() - 1];
        return new Evidence(note.substring(start, end), start, end);
    }

    /** A text in its composed form with plain quotes, dashes and spaces, and where each of its characters came from. */
    private static final class Plain {

        private final String text;
        private final int[] starts;
        private final int[] ends;

        private Plain(String text, int[] starts, int[] ends) {
            this.text = text;
            this.starts = starts;
            this.ends = ends;
        }

        private static Plain of(String original) {
            StringBuilder text = new StringBuilder(original.length());
            int[] starts = new int[original.length() * 3 + 1];
            int[] ends = new int[starts.length];
            int at = 0;
            while (at < original.length()) {
                int next = endOfCharacter(original, at);
                for (char c : visible(original, at, next).toCharArray()) {
                    boolean oneMoreSpace = c == ' ' && !text.isEmpty() && text.charAt(text.length() - 1) == ' ';
                    if (!oneMoreSpace) {
                        starts[text.length()] = at;
                        text.append(c);
                    }
                    ends[text.length() - 1] = next;
                }
                at = next;
            }
            return new Plain(text.toString(), starts, ends);
        }

        /** A character as it is seen: nothing at all where it has no width. */
        private static String visible(String original, int from, int to) {
            if (Character.getType(original.codePointAt(from)) == Character.FORMAT) {
                return "";
            }
            String composed = Normalizer.normalize(original.substring(from, to), Normalizer.Form.NFC);
            StringBuilder seen = new StringBuilder(composed.length());
            composed.chars().forEach(c -> seen.append(plain((char) c)));
            return seen.toString();
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
                default -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c;
            };
        }
    }
}
