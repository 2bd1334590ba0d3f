package org.memoro.languagemodels.offline.facts;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.memoro.languagemodels.Extraction.FactStatus;
import org.memoro.languagemodels.dates.DatePhrase;
import org.memoro.languagemodels.offline.facts.Triggers.Trigger;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.phrases.Clause;
import org.memoro.languagemodels.offline.phrases.Inflections;
import org.memoro.languagemodels.offline.phrases.Phrase;
import org.memoro.languagemodels.offline.phrases.PhraseWords;
import org.memoro.languagemodels.text.WordList;

/** Decides whether a fact is so, is planned, may be, or is denied; denial beats doubt, and doubt beats a plan. */
final class StatusWords {

    private final Map<FactStatus, List<Phrase>> phrases = new HashMap<>();
    private final Inflections inflections;

    StatusWords(PhraseWords words) {
        inflections = words.inflections();
        WordList.sections("facts/status-words.txt").forEach((heading, lines) -> {
            if (!heading.isEmpty()) {
                phrases.put(
                        FactStatus.valueOf(heading.toUpperCase(Locale.ROOT)),
                        lines.stream().map(line -> Phrase.parse(line, words)).toList());
            }
        });
    }

    FactStatus of(Note note, Clause clause, Trigger trigger) {
        if (trigger.kind().status() == FactStatus.NEGATED) {
            return FactStatus.NEGATED;
        }
        int reach = Math.min(clause.to(), trigger.to());
        boolean noLonger = finds(note, clause.from(), reach, FactStatus.HAPPENED, "no");
        if (isDenied(note, clause, reach) && !noLonger) {
            return FactStatus.NEGATED;
        }
        int start = note.sentenceOf(clause.from()).from();
        boolean hearsay = note.is(start, "rumour", "rumor", "rumours", "rumors", "gossip", "supposedly", "allegedly")
                || (note.is(start, "word") && note.is(start + 1, "is", "has"));
        if (hearsay || has(note, clause.from(), reach, FactStatus.UNCERTAIN)) {
            return FactStatus.UNCERTAIN;
        }
        if (trigger.kind().status() != null && trigger.kind().status() == FactStatus.PLANNED) {
            return FactStatus.PLANNED;
        }
        return isAhead(note, clause, trigger) ? FactStatus.PLANNED : FactStatus.HAPPENED;
    }

    private boolean isDenied(Note note, Clause clause, int reach) {
        if (cameToNothing(note, reach, clause.to())) {
            return true;
        }
        if (has(note, clause.from(), reach, FactStatus.NEGATED) && !note.is(clause.from(), "if")) {
            return !isNotOnly(note, clause.from(), reach) && !isNotSure(note, clause.from(), reach);
        }
        return false;
    }

    /** "The move to Austin fell through": said behind what it denies. */
    private static boolean cameToNothing(Note note, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean fell = note.is(i, "fell", "falls", "fallen") && note.is(i + 1, "through");
            boolean off = note.is(i, "is", "was", "'s") && note.is(i + 1, "off", "cancelled", "canceled");
            if (fell || (off && !note.is(i + 2, "to", "the"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNotOnly(Note note, int from, int to) {
        return follows(note, from, to, "only", "just");
    }

    private static boolean isNotSure(Note note, int from, int to) {
        return follows(note, from, to, "sure", "certain", "clear", "decided");
    }

    private static boolean follows(Note note, int from, int to, String... words) {
        for (int i = from; i < to; i++) {
            if (note.is(i, "not", "n't") && note.is(i + 1, words)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAhead(Note note, Clause clause, Trigger trigger) {
        int from = afterReport(note, clause.from(), trigger.from());
        int to = note.is(trigger.to(), "was", "were") ? trigger.to() + 1 : trigger.to();
        if (has(note, clause.from(), clause.to(), FactStatus.PLANNED) && !tellsPast(note, from, to)) {
            return true;
        }
        for (int i = trigger.from(); i < clause.to(); i++) {
            DatePhrase date = note.dateAt(i);
            if (date != null) {
                boolean bounded = note.is(note.firstToken(date) - 1, "until", "till", "since", "til");
                return !bounded && !tellsPast(note, from, to) && !date.isOnlyBehind(note.today());
            }
        }
        return false;
    }

    /** "announced she is stepping down": what is reported has a time of its own. */
    private static int afterReport(Note note, int from, int to) {
        for (int i = to - 1; i > from; i--) {
            if (note.is(i, "announced", "said", "told", "mentioned", "wrote", "confirmed", "revealed", "texted")) {
                return i + 1;
            }
        }
        return from;
    }

    private boolean tellsPast(Note note, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean participle = note.is(i - 1, "be", "is", "are", "'s", "'re", "get", "gets", "getting", "being");
            if (note.is(i, "decided", "agreed", "promised", "planned") && note.is(i + 1, "to", "on")) {
                continue;
            }
            if (!participle && inflections.isPast(note.word(i)) && note.isPart(i, "VERB", "AUX")) {
                return true;
            }
            boolean bare =
                    note.is(i - 1, "to", "will", "'ll", "would", "may", "might", "can", "could", "should", "not");
            if (!bare && note.is(i, "split", "quit", "hurt", "broke", "cut") && note.isPart(i, "VERB")) {
                return true;
            }
        }
        return false;
    }

    private boolean has(Note note, int from, int to, FactStatus status) {
        return finds(note, from, to, status, "");
    }

    private boolean finds(Note note, int from, int to, FactStatus status, String firstWord) {
        for (int i = from; i < to; i++) {
            if (!firstWord.isEmpty() && !note.is(i, firstWord)) {
                continue;
            }
            // A capital makes "May" a month or a name, and "Will" a name.
            if (note.is(i, "may", "will") && note.token(i).isCapitalised() && i > from) {
                continue;
            }
            for (Phrase phrase : phrases.getOrDefault(status, List.of())) {
                if (phrase.matchAt(note, i, Math.min(to + 2, note.sentenceOf(i).to())) >= 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
