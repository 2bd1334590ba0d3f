package org.memoro.languagemodels.offline.followups;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.note.Sentence;
import org.memoro.languagemodels.offline.phrases.Phrase;
import org.memoro.languagemodels.offline.phrases.PhraseWords;
import org.memoro.languagemodels.text.WordList;

/** The words with which a writer notes an errand of their own. */
final class FollowUpPhrases {

    private final List<Phrase> requests;
    private final List<Phrase> duties;
    private final Set<String> errands;

    FollowUpPhrases() {
        PhraseWords words = new PhraseWords();
        Map<String, List<String>> sections = WordList.sections("followups/errands.txt");
        requests = parse(sections.getOrDefault("request", List.of()), words);
        duties = parse(sections.getOrDefault("duty", List.of()), words);
        errands = sections.getOrDefault("errand", List.of()).stream()
                .flatMap(line -> Stream.of(line.split("\\s+")))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<Phrase> parse(List<String> lines, PhraseWords words) {
        return lines.stream().map(line -> Phrase.parse(line, words)).toList();
    }

    /** An errand announced at tokens {@code from} to {@code to} (exclusive); {@code asked} for, or only felt as a duty. */
    record Found(int from, int to, boolean asked) {}

    @Nullable
    Found in(Note note, Sentence sentence) {
        for (int i = sentence.from(); i < sentence.to(); i++) {
            if (note.is(i, "if", "unless", "whether")) {
                return null;
            }
            if (!isWriters(note, i, sentence)) {
                continue;
            }
            int request = longest(requests, note, i, sentence.to());
            if (request > i) {
                return new Found(i, request, true);
            }
            int duty = longest(duties, note, i, sentence.to());
            boolean name = note.is(i, "will") && note.token(i).isCapitalised() && note.isPerson(i);
            if (duty > i && !name && (note.is(i, "owe") || errands.contains(note.word(duty)))) {
                return new Found(i, duty, false);
            }
        }
        return null;
    }

    private static int longest(List<Phrase> phrases, Note note, int at, int to) {
        return phrases.stream()
                .mapToInt(phrase -> phrase.matchAt(note, at, to))
                .max()
                .orElse(-1);
    }

    /** The writer says "I", or leaves it out at the start of a statement; "Tom should call" is Tom's errand. */
    private static boolean isWriters(Note note, int at, Sentence sentence) {
        int before = at - 1;
        while (before >= sentence.from()
                && note.is(before, "also", "just", "really", "still", "please", "and", "but", "so")) {
            before--;
        }
        return before < sentence.from()
                || note.is(before, "i", "we")
                || note.is(before, ",", ";", ":", "-", "–", "—", "(", "*", "•");
    }
}
