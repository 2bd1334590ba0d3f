package org.memoro.languagemodels.offline.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
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
    private static final List<String> FILES = List.of("jobs.txt", "triggers.txt", "moves.txt");

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

    /** How a phrase stands in its clause. */
    enum Form {
        /** As a part of it. */
        USUAL,
        /** Without a verb, at its start: "CTO at Chari". */
        VERBLESS,
        /** Verbless and right behind a name: "Rohit (Infosys)". */
        APPOSED,
        /** With the person within the phrase: "they let Marco go". */
        OBJECT
    }

    /** What a section of the rule file says about its phrases. */
    record Kind(
            FactType type,
            boolean lasting,
            boolean ambiguous,
            @Nullable FactStatus status,
            Form form) {

        Kind(FactType type, boolean lasting, @Nullable FactStatus status, Form form) {
            this(type, lasting, false, status, form);
        }

        private static Kind parse(String heading) {
            List<String> parts = List.of(heading.split(" "));
            FactType type = FactType.valueOf(parts.getFirst().toUpperCase(Locale.ROOT));
            FactStatus status = null;
            for (FactStatus named : FactStatus.values()) {
                if (parts.contains(named.name().toLowerCase(Locale.ROOT))) {
                    status = named;
                }
            }
            Form form = Form.USUAL;
            for (Form named : Form.values()) {
                if (parts.contains(named.name().toLowerCase(Locale.ROOT))) {
                    form = named;
                }
            }
            return new Kind(type, parts.contains("state"), parts.contains("ambiguous"), status, form);
        }
    }

    /** A phrase found at tokens {@code from} to {@code to} (exclusive). */
    record Trigger(Kind kind, int from, int to) {

        int length() {
            return to - from;
        }
    }

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
            if (longest != null && (!isVerbless(longest.meaning()) || standsAlone(note, longest, from, to))) {
                found.add(new Trigger(longest.meaning(), at, longest.to()));
            }
        }
        return found.stream()
                .filter(trigger -> silent.stream().noneMatch(nothing -> silences(nothing, trigger)))
                .toList();
    }

    private static boolean isVerbless(Kind kind) {
        return kind.form() == Form.VERBLESS || kind.form() == Form.APPOSED;
    }

    /** "a plumber" and "CTO at Chari", but neither "a plumber came" nor "dentist at 3". */
    private static boolean standsAlone(Note note, Match<Kind> match, int from, int to) {
        boolean named = note.is(match.to() - 1, "at", "of", "for", "with", "in", "@");
        boolean goesOn = match.to() < to
                && !named
                && !note.is(match.to(), ")", ",", "at", "@", "in", "for", "of", "from", "with", "by", "since", "and");
        return match.from() == from
                && !goesOn
                && IntStream.range(from, to).noneMatch(at -> note.dateAt(at) != null)
                && IntStream.range(from, match.to()).noneMatch(note::isVerb);
    }

    /** "a baby shower" is no baby, but "had twins after the baby shower" has its own words. */
    private static boolean silences(Match<String> nothing, Trigger trigger) {
        boolean overlap = nothing.from() < trigger.to() && trigger.from() < nothing.to();
        boolean within = nothing.from() >= trigger.from() && nothing.to() < trigger.to();
        return overlap && !within && nothing.to() - nothing.from() >= trigger.to() - trigger.from() - 1;
    }
}
