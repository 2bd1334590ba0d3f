package org.memoro.languagemodels.offline.facts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.FactStatus;
import org.memoro.languagemodels.Extraction.FactType;
import org.memoro.languagemodels.Extraction.Location;
import org.memoro.languagemodels.Extraction.LocationStatus;
import org.memoro.languagemodels.dates.DatePhrase;
import org.memoro.languagemodels.offline.facts.Subjects.Subject;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.note.Sentence;
import org.memoro.languagemodels.offline.people.Antecedents;
import org.memoro.languagemodels.offline.people.Cast;
import org.memoro.languagemodels.offline.people.NamedTogether;
import org.memoro.languagemodels.offline.people.Someone;
import org.memoro.languagemodels.offline.phrases.Clause;
import org.memoro.languagemodels.offline.phrases.Clauses;
import org.memoro.languagemodels.offline.phrases.Phrase;
import org.memoro.languagemodels.offline.phrases.PhraseWords;
import org.memoro.languagemodels.offline.relations.RelationNouns;
import org.memoro.languagemodels.offline.relations.Relations;
import org.memoro.languagemodels.text.WordList;

/** Finds where people live, will live and used to live; a doubtful or denied move says nothing about it. */
public final class FindLocations {

    private static final double CONFIDENCE = 0.85;

    private final Map<LocationStatus, List<Phrase>> phrases = new LinkedHashMap<>();
    private final StatusWords statusWords;
    private final RelationNouns nouns;

    public FindLocations(RelationNouns nouns) {
        PhraseWords words = new PhraseWords();
        this.statusWords = new StatusWords(words);
        this.nouns = nouns;
        WordList.sections("facts/locations.txt").forEach((heading, lines) -> {
            if (!heading.isEmpty()) {
                phrases.put(
                        LocationStatus.valueOf(heading.toUpperCase(Locale.ROOT)),
                        lines.stream().map(line -> Phrase.parse(line, words)).toList());
            }
        });
    }

    public Map<Someone, Location> in(Note note, Cast cast, Relations relations) {
        Map<Someone, Location> locations = new LinkedHashMap<>();
        NamedTogether together = new NamedTogether(note, cast, nouns);
        Subjects subjects = new Subjects(note, cast, relations, new Antecedents(note, cast, nouns), together);
        Clauses clauses = new Clauses(note, cast);
        for (Sentence sentence : note.sentences()) {
            Subject inherited = null;
            for (Clause clause : clauses.of(sentence)) {
                for (int at = clause.from(); at < clause.to(); at++) {
                    Hit hit = hitAt(note, at, clause.to());
                    if (hit != null && cast.personAt(hit.placeFrom) == null) {
                        Subject who = subjects.beforeWho(clause);
                        Subject subject = who != null ? who : subjects.in(clause, hit.from, hit.from + 1);
                        read(note, clause, hit, subject != null ? subject : inherited, locations);
                        break;
                    }
                }
                Subject last = subjects.in(clause, clause.to(), clause.to());
                boolean verb = IntStream.range(clause.from(), clause.to()).anyMatch(note::isVerb);
                inherited = last != null && (inherited == null || verb) ? last : inherited;
            }
        }
        return locations;
    }

    private void read(Note note, Clause clause, Hit hit, @Nullable Subject subject, Map<Someone, Location> locations) {
        if (subject == null || subject.people().isEmpty()) {
            return;
        }
        Triggers.Trigger trigger =
                new Triggers.Trigger(new Triggers.Kind(FactType.MOVE, true, null), hit.from, hit.placeTo);
        boolean moves = note.isVerb(hit.from);
        @Nullable FactStatus said = moves ? statusWords.of(note, clause, trigger) : FactStatus.HAPPENED;
        LocationStatus status = status(hit.status, said);
        if (status == null) {
            return;
        }
        int end = endOfStatement(note, hit.placeTo, clause.to());
        int from = Math.max(clause.from(), Math.min(subject.from(), hit.from));
        double confidence = subject.people().size() > 1 ? 0.75 : CONFIDENCE;
        Location location = new Location(
                note.text(hit.placeFrom, hit.placeTo),
                status,
                date(note, hit.from, clause.to(), status),
                note.evidence(from, end),
                confidence,
                confidence < 0.75);
        subject.people().forEach(person -> locations.putIfAbsent(person, location));
    }

    private static @Nullable LocationStatus status(LocationStatus phrase, @Nullable FactStatus said) {
        return switch (said) {
            case null -> null;
            case UNCERTAIN, NEGATED -> null;
            case PLANNED -> phrase == LocationStatus.PAST ? null : LocationStatus.PLANNED;
            case HAPPENED -> phrase;
        };
    }

    private @Nullable Hit hitAt(Note note, int at, int limit) {
        Hit longest = null;
        for (Map.Entry<LocationStatus, List<Phrase>> entry : phrases.entrySet()) {
            for (Phrase phrase : entry.getValue()) {
                int end = phrase.matchAt(note, at, limit);
                // The phrase ends with the first word of the place.
                if (end > at && (longest == null || end - 1 > longest.placeFrom)) {
                    longest = new Hit(entry.getKey(), at, end - 1, endOfPlace(note, end, limit));
                }
            }
        }
        // "moved to Apple as a designer" is no place.
        boolean employer = longest != null && note.is(longest.placeTo, "as") && !note.isPlace(longest.placeFrom);
        return employer ? null : longest;
    }

    private static int endOfPlace(Note note, int from, int limit) {
        int end = from;
        while (end < limit
                && note.isNamed(end)
                && note.dateAt(end) == null
                && note.token(end).afterSpace()) {
            end++;
        }
        return end;
    }

    private static int endOfStatement(Note note, int from, int limit) {
        int end = from;
        for (int i = from; i < limit && i < from + 6; i++) {
            if (note.dateAt(i) != null || note.is(i, "now")) {
                end = i + 1;
            }
        }
        return end;
    }

    private static @Nullable String date(Note note, int from, int to, LocationStatus status) {
        for (int i = from; i < to; i++) {
            DatePhrase date = note.dateAt(i);
            if (date != null) {
                return (status == LocationStatus.PLANNED ? date.ahead() : date.behind()).toString();
            }
        }
        return null;
    }

    private record Hit(LocationStatus status, int from, int placeFrom, int placeTo) {}
}
