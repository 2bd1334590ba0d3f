package org.memoro.search.query;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Joins the lists by words and the lists by meaning into one.
 *
 * <p>Each list is stretched to 0…1 over its own length, so that neither scale outweighs the other; reciprocal ranks
 * would throw away how much better the first is than the second. Newness counts for nothing but between equals.
 */
final class RankNotes {
    private static final Comparator<RankedNote> BEST_FIRST = Comparator.comparingDouble(RankedNote::score)
            .reversed()
            .thenComparing(ranked -> ranked.note().occurredOn(), Comparator.reverseOrder())
            .thenComparing(ranked -> ranked.note().createdAt(), Comparator.reverseOrder())
            .thenComparing(RankedNote::id);

    private RankNotes() {}

    static List<RankedNote> rank(Lists lists, List<Candidate> candidates, Optional<UUID> named, QueryDates dates) {
        Map<UUID, Double> words = stretched(lists.words());
        Map<UUID, Double> threadWords = stretched(lists.threadWords());
        Map<UUID, Double> meaning = stretched(lists.meaning());
        Map<UUID, Double> threadMeaning = stretched(lists.threadMeaning());
        return candidates.stream()
                .map(note -> new RankedNote(
                        note,
                        words.getOrDefault(note.id(), RankedNote.ABSENT),
                        threadWords.getOrDefault(note.id(), RankedNote.ABSENT),
                        meaning.getOrDefault(note.id(), RankedNote.ABSENT),
                        threadMeaning.getOrDefault(note.id(), RankedNote.ABSENT),
                        named.filter(note.contactIds()::contains).isPresent(),
                        dates.fit(note.occurredOn())))
                .sorted(BEST_FIRST)
                .toList();
    }

    private static Map<UUID, Double> stretched(List<Scored> list) {
        double lowest = list.stream().mapToDouble(Scored::score).min().orElse(0);
        double highest = list.stream().mapToDouble(Scored::score).max().orElse(0);
        Map<UUID, Double> stretched = new HashMap<>();
        list.forEach(entry ->
                stretched.put(entry.id(), highest > lowest ? (entry.score() - lowest) / (highest - lowest) : 1.0));
        return stretched;
    }
}
