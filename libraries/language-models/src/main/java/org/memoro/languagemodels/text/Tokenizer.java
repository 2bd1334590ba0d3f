package org.memoro.languagemodels.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Splits text into words, numbers and marks; parts off endings such as {@code 's}, {@code 'll} and {@code n't}. */
public final class Tokenizer {

    private static final Set<String> ENDINGS = Set.of("'s", "'re", "'ll", "'ve", "'d", "'m");

    /** Endings typed without their apostrophe, where the rest is no word of its own. */
    private static final Map<String, String> BARE_ENDINGS = bareEndings();

    /** These keep their full stop, which then ends no sentence. */
    private static final Set<String> DOTTED =
            Set.of("dr", "prof", "mr", "mrs", "ms", "st", "jr", "sr", "mag", "fr", "hr");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private boolean afterSpace;
    private boolean afterLineBreak;

    private Tokenizer(String text) {
        this.text = text;
    }

    public static List<Token> tokens(String text) {
        return List.copyOf(new Tokenizer(text).split());
    }

    private List<Token> split() {
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                afterSpace = true;
                afterLineBreak |= c == '\n';
                at += Character.charCount(c);
            } else if (Character.isLetter(c)) {
                word();
            } else if (isDigit(at)) {
                number();
            } else {
                mark();
            }
        }
        return tokens;
    }

    private void word() {
        int end = endOfWord(at);
        if (end < text.length() && text.charAt(end) == '.' && DOTTED.contains(Folding.fold(text.substring(at, end)))) {
            add(end + 1);
            return;
        }
        if (end < text.length()
                && text.charAt(end) == '/'
                && text.substring(at, end).equalsIgnoreCase("w")) {
            add(end + 1);
            return;
        }
        String bare = BARE_ENDINGS.get(Folding.fold(text.substring(at, end)));
        if (bare != null) {
            add(end - bare.length() + (bare.equals("not") ? 0 : 1));
            add(end, bare);
            return;
        }
        int ending = startOfEnding(at, end);
        if (ending > at) {
            add(ending);
        }
        add(end);
    }

    private static Map<String, String> bareEndings() {
        Map<String, String> endings = new HashMap<>(Map.of("cannot", "not", "ive", "'ve"));
        Stream.of("did", "does", "do", "is", "are", "was", "were", "wo", "has", "have", "had", "ca", "could", "would")
                .forEach(verb -> endings.put(verb + "nt", "n't"));
        Stream.of("he", "she", "who", "that").forEach(word -> endings.put(word + "s", "'s"));
        Stream.of("they", "you").forEach(word -> endings.put(word + "re", "'re"));
        Stream.of("they", "we", "you").forEach(word -> endings.put(word + "ve", "'ve"));
        return Map.copyOf(endings);
    }

    private int endOfWord(int from) {
        int end = from;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            if (isWordPart(c) || (joinsLetters(c) && isLetterAt(end + 1) && end > from)) {
                end += Character.charCount(c);
            } else {
                break;
            }
        }
        return end;
    }

    private int startOfEnding(int from, int end) {
        String word = Folding.fold(text.substring(from, end));
        if (word.length() != end - from) {
            int apostrophe = lastApostrophe(from, end);
            return apostrophe > from && ENDINGS.contains(Folding.fold(text.substring(apostrophe, end)))
                    ? apostrophe
                    : -1;
        }
        if (word.endsWith("n't") && word.length() > 3) {
            return end - 3;
        }
        int apostrophe = word.lastIndexOf('\'');
        return apostrophe > 0 && ENDINGS.contains(word.substring(apostrophe)) ? from + apostrophe : -1;
    }

    private int lastApostrophe(int from, int end) {
        for (int i = end - 1; i > from; i--) {
            if (isApostrophe(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private void number() {
        int end = at;
        while (end < text.length()
                && (isDigit(end) || (isDateSeparator(text.charAt(end)) && isDigit(end + 1) && isCompact(end)))) {
            end++;
        }
        if (end < text.length() && Character.isLetter(text.codePointAt(end))) {
            end = endOfWord(end);
        }
        if (end < text.length() && text.charAt(end) == '-' && isLetterAt(end + 1)) {
            end = endOfNamedDate(end);
        }
        add(end);
    }

    /** {@code 7-9} is two numbers, {@code 2026-11-20} and {@code 17-11-2026} are one date. */
    private boolean isCompact(int separator) {
        if (text.charAt(separator) != '-') {
            return true;
        }
        int rest = separator + 1;
        while (isDigit(rest)) {
            rest++;
        }
        boolean another = rest < text.length() && text.charAt(rest) == '-' && isDigit(rest + 1);
        boolean second = text.substring(at, separator).indexOf('-') >= 0;
        return another || second;
    }

    /** {@code 05-Aug-2016} is one token. */
    private int endOfNamedDate(int dash) {
        int end = dash + 1;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        if (end < text.length() && text.charAt(end) == '-' && isDigit(end + 1)) {
            end++;
            while (isDigit(end)) {
                end++;
            }
            return end;
        }
        return dash;
    }

    private void mark() {
        int c = text.codePointAt(at);
        if (isApostrophe(c) && isEnding(at)) {
            add(endOfWord(at + 1));
            return;
        }
        int end = at + Character.charCount(c);
        if (c == '.' || c == '!' || c == '?' || c == '…' || c == '-') {
            while (end < text.length()
                    && (text.charAt(end) == c || (c != '-' && "!?.".indexOf(text.charAt(end)) >= 0))) {
                end++;
            }
        }
        add(end);
    }

    private boolean isEnding(int apostrophe) {
        return !afterSpace
                && isLetterAt(apostrophe + 1)
                && ENDINGS.contains(Folding.fold(text.substring(apostrophe, endOfWord(apostrophe + 1))));
    }

    private void add(int end) {
        add(end, Folding.fold(text.substring(at, end)));
    }

    private void add(int end, String word) {
        tokens.add(new Token(at, end, text.substring(at, end), word, afterSpace, afterLineBreak));
        at = end;
        afterSpace = false;
        afterLineBreak = false;
    }

    private boolean isDigit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private boolean isLetterAt(int index) {
        return index < text.length() && Character.isLetter(text.codePointAt(index));
    }

    private static boolean isWordPart(int c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean joinsLetters(int c) {
        return c == '-' || isApostrophe(c);
    }

    private static boolean isApostrophe(int c) {
        return c == '\'' || c == '’' || c == 'ʼ';
    }

    private static boolean isDateSeparator(char c) {
        return c == '.' || c == '/' || c == '-' || c == ':';
    }
}
