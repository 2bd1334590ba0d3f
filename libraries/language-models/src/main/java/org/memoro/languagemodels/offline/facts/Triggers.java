package org.memoro.languagemodels.offline.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.FactStatus;
import org.memoro.languagemodels.Extraction.FactType;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.phrases.Phrase;
import org.memoro.languagemodels.offline.phrases.PhraseWords;
import org.memoro.languagemodels.text.WordList;

/** The phrases that tell which kind of fact a clause holds. */
final class Triggers {

    private final Map<String, List<Rule>> rulesByFirstWord = new HashMap<>();
    private final List<Rule> rulesForAnyWord = new ArrayList<>();

    Triggers(PhraseWords words) {
        WordList.sections("facts/triggers.txt").forEach((heading, lines) -> {
            if (!heading.isEmpty()) {
                Kind kind = Kind.parse(heading);
                lines.forEach(line -> add(new Rule(kind, Phrase.parse(line, words))));
            }
        });
    }

    /** What a section of the rule file says about its phrases. */
    record Kind(FactType type, boolean lasting, @Nullable FactStatus status) {

        private static Kind parse(String heading) {
            List<String> parts = List.of(heading.split(" "));
            FactType type = FactType.valueOf(parts.getFirst().toUpperCase(Locale.ROOT));
            FactStatus status = parts.contains("planned")
                    ? FactStatus.PLANNED
                    : parts.contains("negated")
                            ? FactStatus.NEGATED
                            : parts.contains("happened") ? FactStatus.HAPPENED : null;
            return new Kind(type, parts.contains("state"), status);
        }
    }

    /** A phrase found at tokens {@code from} to {@code to} (exclusive). */
    record Trigger(Kind kind, int from, int to) {}

    /** The triggers of a clause, the longest at each place, none inside another of its kind. */
    List<Trigger> in(Note note, int from, int to) {
        List<Trigger> found = new ArrayList<>();
        for (int at = from; at < to; at++) {
            Trigger longest = longestAt(note, at, to);
            if (longest != null) {
                found.add(longest);
            }
        }
        return found;
    }

    private @Nullable Trigger longestAt(Note note, int at, int limit) {
        Trigger longest = null;
        for (Rule rule : rulesByFirstWord.getOrDefault(note.word(at), List.of())) {
            longest = longer(longest, rule, note, at, limit);
        }
        for (Rule rule : rulesForAnyWord) {
            longest = longer(longest, rule, note, at, limit);
        }
        return longest;
    }

    private static @Nullable Trigger longer(@Nullable Trigger longest, Rule rule, Note note, int at, int limit) {
        int end = rule.phrase.matchAt(note, at, limit);
        return end > at && (longest == null || end >= longest.to) ? new Trigger(rule.kind, at, end) : longest;
    }

    private void add(Rule rule) {
        Set<String> first = rule.phrase.firstWords();
        if (first.isEmpty()) {
            rulesForAnyWord.add(rule);
        }
        first.forEach(word ->
                rulesByFirstWord.computeIfAbsent(word, key -> new ArrayList<>()).add(rule));
    }

    private record Rule(Kind kind, Phrase phrase) {}
}
