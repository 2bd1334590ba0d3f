package org.memoro.languagemodels.offline.facts;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.memoro.languagemodels.Extraction.FactType;
import org.memoro.languagemodels.offline.facts.Subjects.Subject;
import org.memoro.languagemodels.offline.facts.Triggers.Trigger;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.people.Cast;
import org.memoro.languagemodels.offline.people.Mention;
import org.memoro.languagemodels.offline.people.Someone;
import org.memoro.languagemodels.offline.phrases.Clause;
import org.memoro.languagemodels.offline.relations.RelationNouns;
import org.memoro.languagemodels.offline.relations.RelationNouns.RelationNoun;
import org.memoro.languagemodels.offline.relations.Relations;

/** How sure it is whom a fact is about; what is left open here is asked about. */
final class Sureness {

    /** What befalls a relative without a name is news of the one who is named; what the relative does is hardly. */
    private static final Set<FactType> SHARED_BY_FAMILIES = Set.of(FactType.DEATH, FactType.HEALTH, FactType.BIRTH);

    /** What is often told of somebody absent in words that mean a little less. */
    private static final Set<FactType> TOLD_LOOSELY =
            Set.of(FactType.EDUCATION, FactType.PURCHASE, FactType.ACHIEVEMENT, FactType.DEATH);

    private final Note note;
    private final Cast cast;
    private final Relations relations;
    private final RelationNouns nouns;
    private final List<Someone> participants;
    private final Manner manner;
    private final Beginnings beginnings;

    Sureness(Note note, Cast cast, Relations relations, RelationNouns nouns, List<Someone> participants) {
        this.note = note;
        this.cast = cast;
        this.relations = relations;
        this.nouns = nouns;
        this.participants = participants;
        this.manner = new Manner(note, cast);
        this.beginnings = new Beginnings(note);
    }

    Set<Reservation> of(Clause clause, Trigger trigger, Subject subject, boolean named) {
        Set<Reservation> reservations = EnumSet.noneOf(Reservation.class);
        reservations.addAll(aboutSubject(clause, trigger, subject, named));
        reservations.addAll(manner.of(clause, trigger, subject));
        if (isBareNoun(clause, trigger)) {
            reservations.add(Reservation.BARE_NOUN);
        }
        if (trigger.kind().type() == FactType.TRAVEL) {
            reservations.add(Reservation.JOURNEY);
        }
        if (isToldLoosely(trigger, subject)) {
            reservations.add(Reservation.ABSENT);
        }
        reservations.addAll(beginnings.of(clause, trigger, named));
        if (trigger.kind().ambiguous()) {
            reservations.add(Reservation.AMBIGUOUS_WORDING);
        }
        return reservations;
    }

    /** Where nobody was met, the note passes on what was heard of several people; who bought a home may have moved as well. */
    private boolean isToldLoosely(Trigger trigger, Subject subject) {
        FactType type = trigger.kind().type();
        boolean absent = subject.people().stream().noneMatch(participants::contains);
        boolean nobodyMet = participants.isEmpty() || type == FactType.PURCHASE;
        boolean others = !subject.people().containsAll(cast.people());
        return TOLD_LOOSELY.contains(type) && absent && nobodyMet && others;
    }

    private Set<Reservation> aboutSubject(Clause clause, Trigger trigger, Subject subject, boolean named) {
        Set<Reservation> reservations = EnumSet.noneOf(Reservation.class);
        if (!named) {
            if (cast.people().size() > 1 && !isNamedInSentence(subject, clause.from())) {
                reservations.add(Reservation.SUBJECT_AWAY);
            }
            int sentence = note.sentenceOf(clause.from()).from();
            if (!SHARED_BY_FAMILIES.contains(trigger.kind().type()) && hasUnnamedRelative(sentence, clause.from())) {
                reservations.add(Reservation.OF_UNNAMED_RELATIVE);
            }
            return reservations;
        }
        if (isOfRelative(subject, trigger)) {
            reservations.add(Reservation.OF_UNNAMED_RELATIVE);
        }
        if (isInterrupted(clause, trigger, subject)) {
            reservations.add(Reservation.INTERRUPTED);
        }
        if (subject.isPronoun() && hasRival(subject)) {
            reservations.add(Reservation.RIVAL_SUBJECT);
        }
        return reservations;
    }

    /** Whether somebody else whom the pronoun fits was named in its sentence or the one before. */
    private boolean hasRival(Subject subject) {
        int pronoun = subject.from();
        int sentence = note.sentenceOf(pronoun).index();
        return cast.people().stream()
                .filter(person -> !subject.people().contains(person))
                .filter(person -> subject.people().stream()
                        .anyMatch(meant -> person.gender().fits(meant.gender())))
                .map(person -> person.lastMentionBefore(pronoun))
                .anyMatch(mention -> mention != null
                        && sentence - note.sentenceOf(mention.from()).index() <= 1);
    }

    /** "the operation", "at her new place": a noun alone seldom says whether and to whom it happened. */
    private boolean isBareNoun(Clause clause, Trigger trigger) {
        if (trigger.length() == 1 && note.isPart(trigger.from(), "NOUN", "PROPN")) {
            return true;
        }
        boolean verb = IntStream.range(trigger.from(), trigger.to()).anyMatch(note::isVerb);
        int before = trigger.from() - 1;
        while (before >= clause.from() && note.isPart(before, "DET", "PRON", "ADJ")) {
            before--;
        }
        boolean circumstance = before >= clause.from() && note.isPart(before, "ADP", "PART");
        return !verb && circumstance && !note.isVerb(trigger.to());
    }

    /** "Anna told Tom she got engaged": somebody else stands between the subject and what happened. */
    private boolean isInterrupted(Clause clause, Trigger trigger, Subject subject) {
        for (int at = clause.from(); at < trigger.from(); at++) {
            Someone other = cast.personAt(at);
            if (other != null && !subject.people().contains(other)) {
                return true;
            }
        }
        return false;
    }

    /** "her son Karel has moved" when Karel was not taken for a person, or "Anna's neighbour has moved": it was not Anna. */
    boolean isAboutStranger(Clause clause, Trigger trigger, Subject subject) {
        return isAboutUnknownName(clause, trigger, subject)
                || isAboutAcquaintance(clause, trigger)
                || isAboutOthersBehind(subject, trigger);
    }

    /** "Dami stays till the children finish school": what is waited for befalls others. */
    private boolean isAboutOthersBehind(Subject subject, Trigger trigger) {
        for (int at = trigger.from() - 1; at > subject.from(); at--) {
            if (note.isPerson(at) || note.is(at, "he", "she", "they", "his", "her", "their")) {
                return false;
            }
            if (note.is(at, "till", "until", "once", "when", "while", "after", "before", "because")) {
                return note.isPart(at + 1, "DET") && note.isPart(at + 2, "NOUN") && note.isVerb(trigger.from());
            }
        }
        return false;
    }

    private boolean isAboutAcquaintance(Clause clause, Trigger trigger) {
        for (int at = clause.from(); at < trigger.from(); at++) {
            RelationNoun noun = relations.isUnnamedRelative(at) ? nouns.noun(note.word(at)) : null;
            if (noun != null && !noun.isFamily() && !note.is(at + 1, ",")) {
                return true;
            }
        }
        return false;
    }

    private boolean isAboutUnknownName(Clause clause, Trigger trigger, Subject subject) {
        int from = Math.max(clause.from(), subject.from() + 1);
        for (int at = from; at < trigger.from() || (at == trigger.from() && !note.isVerb(at)); at++) {
            boolean stranger = note.isNamed(at)
                    && note.token(at).isWord()
                    && !note.startsSentence(at)
                    && cast.personAt(at) == null
                    && !note.isPlace(at)
                    && note.dateAt(at) == null;
            boolean acts = note.isVerb(at + 1) || (note.isPart(at + 1, "ADV") && note.isVerb(at + 2));
            if (stranger && acts) {
                return true;
            }
        }
        return false;
    }

    private boolean isNamedInSentence(Subject subject, int at) {
        return subject.people().stream().allMatch(person -> person.mentions().stream()
                .anyMatch(mention -> mention.from() < at && note.sameSentence(mention.from(), at)));
    }

    /** "Her brother", "Tom's parents": the subject is a relative whom the note gives no name. */
    private boolean isOfRelative(Subject subject, Trigger trigger) {
        boolean owned = note.is(subject.from(), "his", "her", "their") || isPossessor(subject.from());
        boolean listed = note.is(subject.from() - 1, "and", "&") && cast.personEndingAt(subject.from() - 1) != null;
        return owned
                && !listed
                && !SHARED_BY_FAMILIES.contains(trigger.kind().type())
                && hasUnnamedRelative(subject.from(), trigger.from());
    }

    private boolean isPossessor(int at) {
        Mention mention = cast.mentionAt(at);
        int mark = mention == null ? at + 1 : mention.to();
        return note.is(mark, "'s", "'") && !note.isVerb(mark);
    }

    private boolean hasUnnamedRelative(int from, int to) {
        for (int at = from; at < to; at++) {
            if (relations.isUnnamedRelative(at) && isOwned(at)) {
                return true;
            }
        }
        return false;
    }

    /** "His eldest boy", but not the "two kids" that he has. */
    private boolean isOwned(int noun) {
        int at = noun - 1;
        while (note.isPart(at, "ADJ", "NUM")) {
            at--;
        }
        return note.is(at, "'s", "'", "his", "her", "their");
    }
}
