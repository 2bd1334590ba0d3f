package org.memoro.languagemodels.offline.phrases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.offline.note.Note;

/** Many phrases and what each of them means, found by their first word. */
public final class PhraseIndex<M> {

    private final Map<String, List<Entry<M>>> byFirstWord = new HashMap<>();
    private final List<Entry<M>> forAnyWord = new ArrayList<>();

    public void add(Phrase phrase, M meaning) {
        Entry<M> entry = new Entry<>(phrase, meaning);
        Set<String> first = phrase.firstWords();
        if (first.isEmpty()) {
            forAnyWord.add(entry);
        }
        first.forEach(word ->
                byFirstWord.computeIfAbsent(word, key -> new ArrayList<>()).add(entry));
    }

    /** The phrase that begins at the token and reaches furthest, up to {@code limit}; of two as long the later one. */
    public @Nullable Match<M> longestAt(Note note, int at, int limit) {
        Match<M> longest = longest(null, byFirstWord.getOrDefault(note.word(at), List.of()), note, at, limit);
        return longest(longest, forAnyWord, note, at, limit);
    }

    private static <M> @Nullable Match<M> longest(
            @Nullable Match<M> best, List<Entry<M>> entries, Note note, int at, int limit) {
        Match<M> longest = best;
        for (Entry<M> entry : entries) {
            int end = entry.phrase.matchAt(note, at, limit);
            if (end > at && (longest == null || end >= longest.to)) {
                longest = new Match<>(entry.meaning, at, end);
            }
        }
        return longest;
    }

    /** A phrase found at tokens {@code from} to {@code to} (exclusive). */
    public record Match<M>(M meaning, int from, int to) {}

    private record Entry<M>(Phrase phrase, M meaning) {}
}
