package org.memoro.languagemodels.offline.facts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.Fact;
import org.memoro.languagemodels.Extraction.FactStatus;
import org.memoro.languagemodels.Extraction.FactType;
import org.memoro.languagemodels.Extraction.Location;
import org.memoro.languagemodels.Extraction.LocationStatus;
import org.memoro.languagemodels.offline.facts.LocationPhrases.Hit;
import org.memoro.languagemodels.offline.facts.LocationPhrases.Section;
import org.memoro.languagemodels.offline.facts.Subjects.Subject;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.note.Sentence;
import org.memoro.languagemodels.offline.people.Antecedents;
import org.memoro.languagemodels.offline.people.Cast;
import org.memoro.languagemodels.offline.people.NamedTogether;
import org.memoro.languagemodels.offline.people.Someone;
import org.memoro.languagemodels.offline.phrases.Clause;
import org.memoro.languagemodels.offline.phrases.Clauses;
import org.memoro.languagemodels.offline.phrases.PhraseWords;
import org.memoro.languagemodels.offline.relations.RelationNouns;
import org.memoro.languagemodels.offline.relations.Relations;

/** Finds where people live, will live and used to live; a doubtful or denied move says nothing about it. */
public final class FindLocations {

    private final LocationPhrases phrases;
    private final StatusWords statusWords;
    private final RelationNouns nouns;

    public FindLocations(RelationNouns nouns) {
        PhraseWords words = new PhraseWords();
        this.phrases = new LocationPhrases(words);
        this.statusWords = new StatusWords(words);
        this.nouns = nouns;
    }

    /** {@code facts} are what happened to each, of which the moves say more about a place told with them. */
    public Map<Someone, Location> in(
            Note note, Cast cast, Relations relations, List<Someone> participants, Map<Someone, List<Fact>> facts) {
        return new Search(note, cast, relations, participants, new Moves(note, facts)).locations();
    }

    /** The search through one note. */
    private final class Search {

        private final Note note;
        private final Cast cast;
        private final Relations relations;
        private final Subjects subjects;
        private final DroppedSubjects dropped;
        private final Clauses clauses;
        private final Moves moves;
        private final LocationDetails details;
        private final Households households;
        private final MereOwners mereOwners;
        private final Map<Someone, Location> locations = new LinkedHashMap<>();
        private @Nullable Subject lastSubject;

        private Search(Note note, Cast cast, Relations relations, List<Someone> participants, Moves moves) {
            this.note = note;
            this.moves = moves;
            this.details = new LocationDetails(note, cast);
            this.households = new Households(note, cast, relations);
            this.mereOwners = new MereOwners(note, relations);
            this.cast = cast;
            this.relations = relations;
            NamedTogether together = new NamedTogether(note, cast, nouns);
            this.subjects = new Subjects(note, cast, relations, new Antecedents(note, cast, nouns), together);
            this.dropped = new DroppedSubjects(note, cast, participants);
            this.clauses = new Clauses(note, cast);
        }

        private Map<Someone, Location> locations() {
            note.sentences().stream()
                    .filter(sentence -> !note.is(sentence.to() - 1, "?"))
                    .forEach(this::readSentence);
            return locations;
        }

        private void readSentence(Sentence sentence) {
            Subject inherited = null;
            for (Clause clause : clauses.of(sentence)) {
                Hit hit = firstHit(clause);
                readApposed(clause);
                if (hit != null) {
                    readHit(clause, hit, inherited);
                } else if (moves.areToldBy(clause)) {
                    readArrival(clause, inherited);
                }
                Subject last = subjects.in(clause, clause.to(), clause.to());
                boolean verb = IntStream.range(clause.from(), clause.to()).anyMatch(note::isVerb);
                inherited = last != null && (inherited == null || verb) ? last : inherited;
            }
            lastSubject = inherited != null ? inherited : lastSubject;
        }

        private void readHit(Clause clause, Hit hit, @Nullable Subject inherited) {
            Subject subject = subjectOf(hit, clause, inherited);
            if (subject != null && !isRelativeOf(subject, hit) && !mereOwners.isOwnerOfThing(subject, hit.from())) {
                read(clause, hit, subject);
            }
        }

        /** "Tom has moved. It's a studio in Oakland.", "They upped sticks and bought a farm near Odense." */
        private void readArrival(Clause clause, @Nullable Subject inherited) {
            for (int at = clause.from(); at < clause.to(); at++) {
                Hit hit = phrases.behindMove(note, at, clause.to());
                if (hit != null && cast.personAt(hit.placeFrom()) == null) {
                    Subject told = subjectOf(hit, clause, inherited);
                    List<Someone> moved = moves.movedBefore(clause, told == null ? List.of() : told.people());
                    if (!moved.isEmpty()) {
                        read(clause, hit, new Subject(moved, false, clause.from(), false));
                    }
                    return;
                }
            }
        }

        /** "Anna (Berlin)", "Rohit (Infosys, Pune)": right behind a name, with nothing else. */
        private void readApposed(Clause clause) {
            int at = clause.from();
            while (at > 0 && note.is(at - 1, ",") && note.isNamed(at - 2) && cast.personAt(at - 2) == null) {
                at -= 2;
            }
            Someone person = note.is(at - 1, "(") ? cast.personEndingAt(at - 1) : null;
            int end = note.isPlace(clause.from())
                    ? LocationPhrases.endOfPlace(note, clause.from() + 1, clause.to())
                    : clause.from();
            if (person != null && end > clause.from() && note.is(end, ")", ",")) {
                Subject subject = new Subject(List.of(person), false, clause.from(), false);
                read(clause, new Hit(Section.CURRENT, clause.from(), clause.from(), end), subject);
            }
        }

        private @Nullable Hit firstHit(Clause clause) {
            for (int at = clause.from(); at < clause.to(); at++) {
                Hit hit = phrases.at(note, at, clause.to());
                if (hit != null && cast.personAt(hit.placeFrom()) == null) {
                    return hit;
                }
            }
            return null;
        }

        private @Nullable Subject subjectOf(Hit hit, Clause clause, @Nullable Subject inherited) {
            Subject who = subjects.beforeWho(clause);
            Subject own = who != null ? who : subjects.in(clause, hit.from(), hit.from() + 1);
            return own != null ? households.speakingOf(own) : dropped.of(clause, hit.from(), inherited, lastSubject);
        }

        /** "Tom's sister lives in Graz": where somebody without a name lives is nothing about Tom. */
        private boolean isRelativeOf(Subject subject, Hit hit) {
            return IntStream.range(subject.from(), hit.from())
                    .anyMatch(at -> relations.isUnnamedRelative(at) && !note.is(at - 2, "and", "&"));
        }

        private void read(Clause clause, Hit hit, Subject subject) {
            LocationStatus status = status(clause, hit, subject.people());
            if (status == null) {
                return;
            }
            Location location = details.location(hit, status, clause, subject);
            subject.people()
                    .forEach(person -> locations.merge(
                            person, location, (known, next) -> known.status() == LocationStatus.PAST ? next : known));
            Someone host = status == LocationStatus.PAST ? null : details.host(hit);
            if (host != null && !subject.people().contains(host)) {
                locations.putIfAbsent(host, details.home(hit));
            }
        }

        private @Nullable LocationStatus status(Clause clause, Hit hit, List<Someone> people) {
            if (isLeft(clause, hit)) {
                return LocationStatus.PAST;
            }
            if (hit.section() == Section.ARRIVING) {
                return moves.statusOf(people, clause);
            }
            boolean byMove =
                    hit.section() == Section.ACQUIRED || note.is(hit.from(), "move", "moves", "moved", "moving");
            if (byMove && !moves.areTold(people)) {
                return null;
            }
            LocationStatus worded =
                    switch (hit.section()) {
                        case PAST -> LocationStatus.PAST;
                        case PLANNED -> LocationStatus.PLANNED;
                        case CURRENT, ARRIVING -> LocationStatus.CURRENT;
                        case ACQUIRED -> moves.arePlanned(people) ? LocationStatus.PLANNED : LocationStatus.CURRENT;
                    };
            if (!tellsVerb(hit.from()) && !note.is(hit.from(), "move", "the", "new")) {
                return worded;
            }
            Triggers.Trigger trigger = new Triggers.Trigger(
                    new Triggers.Kind(FactType.MOVE, true, null, Triggers.Form.USUAL), hit.from(), hit.placeTo());
            @Nullable FactStatus said = statusWords.of(note, clause, trigger);
            return switch (said) {
                case null -> null;
                case UNCERTAIN, NEGATED -> null;
                case PLANNED -> worded == LocationStatus.PAST ? null : LocationStatus.PLANNED;
                case HAPPENED -> worded;
            };
        }

        /** The tagger takes "heads" and "being posted" for other things than verbs. */
        private boolean tellsVerb(int at) {
            boolean person = cast.personEndingAt(at) != null || note.is(at - 1, "he", "she", "who");
            return note.isVerb(at)
                    || note.word(at).endsWith("ed")
                    || (person && note.word(at).endsWith("s") && !note.is(at, "'s"));
        }

        /** "no longer lives in Dundee", "doesn't live in Dundee any more". */
        private boolean isLeft(Clause clause, Hit hit) {
            boolean noLonger = note.is(hit.from() - 1, "longer") && note.is(hit.from() - 2, "no");
            boolean anyMore = note.is(hit.placeTo(), "anymore", "any")
                    && IntStream.range(clause.from(), hit.from()).anyMatch(i -> note.is(i, "not", "n't"));
            return note.is(hit.from(), "live", "lives", "living", "based") && (noLonger || anyMore);
        }
    }
}
