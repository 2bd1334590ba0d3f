package org.memoro.languagemodels.offline.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.FactStatus;
import org.memoro.languagemodels.Extraction.FactType;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.phrases.Phrase;
import org.memoro.languagemodels.offline.phrases.PhraseIndex;
import org.memoro.languagemodels.offline.phrases.PhraseIndex.Match;
import org.memoro.languagemodels.offline.phrases.PhraseWords;
import org.memoro.languagemodels.text.WordList;

/** The phrases that tell which kind of fact a clause holds. */
final class Triggers {

    private static final String NOTHING = "nothing";

    /** Of two phrases that are equally long, the one of the later file counts. */
    private static final List<String> FILES = List.of("jobs.txt", "moves.txt", "triggers.txt");

    private final PhraseIndex<Kind> telling = new PhraseIndex<>();
    private final PhraseIndex<String> tellingNothing = new PhraseIndex<>();

    Triggers(PhraseWords words) {
        for (String file : FILES) {
            WordList.sections("facts/" + file).forEach((heading, lines) -> {
                for (String line : lines) {
                    Phrase phrase = Phrase.parse(line, words);
                    if (heading.equals(NOTHING)) {
                        tellingNothing.add(phrase, NOTHING);
                    } else {
                        telling.add(phrase, Kind.parse(heading));
                    }
                }
            });
        }
    }

    /** What a section of the rule file says about its phrases. */
    record Kind(FactType type, boolean lasting, @Nullable FactStatus status) {

        private static Kind parse(String heading) {
            List<String> parts = List.of(heading.split(" "));
            FactType type = FactType.valueOf(parts.getFirst().toUpperCase(Locale.ROOT));
            FactStatus status = null;
            for (FactStatus named : FactStatus.values()) {
                if (parts.contains(named.name().toLowerCase(Locale.ROOT))) {
                    status = named;
                }
            }
            return new Kind(type, parts.contains("state"), status);
        }
    }

    /** A phrase found at tokens {@code from} to {@code to} (exclusive). */
    record Trigger(Kind kind, int from, int to) {}

    /** The triggers of a clause, the longest at each place, without those whose words tell nothing here. */
    List<Trigger> in(Note note, int from, int to) {
        List<Match<String>> silent = new ArrayList<>();
        List<Trigger> found = new ArrayList<>();
        for (int at = from; at < to; at++) {
            Match<String> nothing = tellingNothing.longestAt(note, at, to);
            if (nothing != null) {
                silent.add(nothing);
            }
            Match<Kind> longest = telling.longestAt(note, at, to);
            if (longest != null) {
                found.add(new Trigger(longest.meaning(), at, longest.to()));
            }
        }
        return found.stream()
                .filter(trigger -> silent.stream().noneMatch(nothing -> silences(nothing, trigger)))
                .toList();
    }

    /** "a baby shower" is no baby, but "had twins after the baby shower" has its own words. */
    private static boolean silences(Match<String> nothing, Trigger trigger) {
        boolean overlap = nothing.from() < trigger.to() && trigger.from() < nothing.to();
        return overlap && nothing.to() - nothing.from() >= trigger.to() - trigger.from() - 1;
    }
}
