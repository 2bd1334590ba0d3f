package org.memoro.search.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.memoro.search.text.Folding;
import org.memoro.search.text.Word;

/**
 * The part of a text that shows best why it was found.
 *
 * @param text at most 240 characters, with … where the text goes on
 * @param highlights ranges in it, in UTF-16 units
 */
record Passage(String text, List<List<Integer>> highlights) {
    private static final int LONGEST = 240;
    private static final int LEAD = 60;
    private static final String MORE = "…";
    private static final Pattern BLANKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?…])\\s+");

    /** The passage of a text around the most of these words; without any, the sentence most like the question. */
    static Passage of(String text, List<Word> hits, String question) {
        String line = BLANKS.matcher(text).replaceAll(" ");
        int first = firstInk(line, 0);
        if (line.strip().length() <= LONGEST) {
            return cut(line, first, first + line.strip().length(), hits);
        }
        int begin = hits.isEmpty() ? nearestSentence(line, question) : beginAround(line, hits);
        begin = wordStart(line, Math.max(begin, first));
        return cut(line, begin, wordEnd(line, begin), hits);
    }

    /** The passage of a text around the part that is meant; all of the part that is seen is highlighted. */
    static Passage around(String text, Meant meant) {
        String line = BLANKS.matcher(text).replaceAll(" ");
        int first = firstInk(line, 0);
        boolean fits = line.strip().length() <= LONGEST;
        int begin = fits ? first : meant.begins();
        int end = fits ? first + line.strip().length() : wordEnd(line, begin);
        int until = Math.min(end, meant.ends());
        return cut(line, begin, end, List.of(new Word(line.substring(meant.begins(), until), meant.begins(), until)));
    }

    private static Passage cut(String line, int begin, int end, List<Word> hits) {
        String before = line.substring(0, begin).isBlank() ? "" : MORE;
        String after = line.substring(end).isBlank() ? "" : MORE;
        int shift = before.length() - begin;
        List<List<Integer>> highlights = hits.stream()
                .filter(hit -> hit.start() >= begin && hit.end() <= end)
                .map(hit -> List.of(hit.start() + shift, hit.end() + shift))
                .toList();
        return new Passage(before + line.substring(begin, end) + after, highlights);
    }

    /** Where to begin so that the most different hits are seen, the earliest of equals. */
    private static int beginAround(String line, List<Word> hits) {
        int best = 0;
        int bestStart = hits.getFirst().start();
        int bestEnd = hits.getFirst().end();
        for (int i = 0; i < hits.size(); i++) {
            int limit = hits.get(i).start() + LONGEST - LEAD;
            Set<String> seen = new HashSet<>();
            int end = hits.get(i).end();
            for (int j = i; j < hits.size() && hits.get(j).end() <= limit; j++) {
                seen.add(hits.get(j).folded());
                end = hits.get(j).end();
            }
            if (seen.size() > best) {
                best = seen.size();
                bestStart = hits.get(i).start();
                bestEnd = end;
            }
        }
        int room = LONGEST - 2 * MORE.length() - (bestEnd - bestStart);
        int lead = Math.max(0, Math.min(LEAD, room));
        return sentenceStart(line, bestStart, Math.max(0, bestStart - lead));
    }

    private static int nearestSentence(String line, String question) {
        Set<String> wanted = trigrams(question);
        int best = 0;
        double closest = 0;
        for (int start : sentenceStarts(line)) {
            int end = Math.min(line.length(), start + LONGEST);
            Set<String> there = trigrams(line.substring(start, sentenceEnd(line, start, end)));
            double closeness = closeness(wanted, there);
            if (closeness > closest) {
                closest = closeness;
                best = start;
            }
        }
        return best;
    }

    private static double closeness(Set<String> wanted, Set<String> there) {
        long shared = wanted.stream().filter(there::contains).count();
        return there.isEmpty() ? 0 : 2.0 * shared / (wanted.size() + there.size());
    }

    private static Set<String> trigrams(String text) {
        String folded = " " + Folding.fold(text) + " ";
        Set<String> trigrams = new HashSet<>();
        for (int i = 0; i + 3 <= folded.length(); i++) {
            trigrams.add(folded.substring(i, i + 3));
        }
        return trigrams;
    }

    private static List<Integer> sentenceStarts(String line) {
        List<Integer> starts = new ArrayList<>(List.of(firstInk(line, 0)));
        SENTENCE_END.matcher(line).results().forEach(gap -> starts.add(gap.end()));
        return starts.stream().filter(start -> start < line.length()).toList();
    }

    private static int sentenceEnd(String line, int start, int atMost) {
        return sentenceStarts(line).stream()
                .filter(next -> next > start && next < atMost)
                .findFirst()
                .orElse(atMost);
    }

    private static int sentenceStart(String line, int hit, int earliest) {
        return sentenceStarts(line).stream()
                .filter(start -> start >= earliest && start <= hit)
                .findFirst()
                .orElse(earliest);
    }

    private static int firstInk(String line, int from) {
        int at = from;
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The start of the word at or after a place, never inside a character. */
    private static int wordStart(String line, int at) {
        int start = at;
        while (start > 0
                && start < line.length()
                && !Character.isWhitespace(line.charAt(start - 1))
                && start - at < LEAD / 2) {
            start++;
        }
        if (start - at >= LEAD / 2) {
            start = at; // a word longer than that is no reason to lose the place
        }
        start = firstInk(line, start);
        return start < line.length() && Character.isLowSurrogate(line.charAt(start)) ? start + 1 : start;
    }

    /** The end of the last whole word that still fits. */
    private static int wordEnd(String line, int begin) {
        int room = LONGEST - (begin > 0 ? MORE.length() : 0);
        if (line.length() - begin <= room) {
            return begin + line.substring(begin).stripTrailing().length();
        }
        int latest = begin + room - MORE.length();
        int blank = line.lastIndexOf(' ', latest);
        int end = blank > begin + LONGEST / 2 ? blank : latest;
        return Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end;
    }
}
