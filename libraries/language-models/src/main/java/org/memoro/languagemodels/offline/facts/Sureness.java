package org.memoro.languagemodels.offline.facts;

import java.util.Set;
import org.memoro.languagemodels.Extraction.FactStatus;
import org.memoro.languagemodels.Extraction.FactType;
import org.memoro.languagemodels.offline.facts.Subjects.Subject;
import org.memoro.languagemodels.offline.facts.Triggers.Trigger;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.people.Cast;
import org.memoro.languagemodels.offline.people.Someone;
import org.memoro.languagemodels.offline.phrases.Clause;
import org.memoro.languagemodels.offline.relations.RelationNouns;
import org.memoro.languagemodels.offline.relations.RelationNouns.RelationNoun;
import org.memoro.languagemodels.offline.relations.Relations;

/** How sure it is whom a fact is about; what is left open here is asked about. */
final class Sureness {

    private static final double CLEAR = 0.85;
    private static final double OPEN = 0.7;

    /** What befalls a relative without a name is news of the one who is named; what the relative does is hardly. */
    private static final Set<FactType> SHARED_BY_FAMILIES =
            Set.of(FactType.DEATH, FactType.HEALTH, FactType.BIRTH, FactType.EDUCATION, FactType.RELATIONSHIP);

    private final Note note;
    private final Cast cast;
    private final Relations relations;
    private final RelationNouns nouns;

    Sureness(Note note, Cast cast, Relations relations, RelationNouns nouns) {
        this.note = note;
        this.cast = cast;
        this.relations = relations;
        this.nouns = nouns;
    }

    double of(Clause clause, Trigger trigger, Subject subject, boolean named, FactStatus status) {
        boolean open = named
                ? isOfRelative(subject, trigger) || isInterrupted(clause, trigger, subject)
                : cast.people().size() > 1 && !isNamedInSentence(subject, clause.from());
        double sureness = open || isBareNoun(trigger) ? OPEN : CLEAR;
        return status == FactStatus.UNCERTAIN ? sureness - 0.1 : sureness;
    }

    /** "the operation", "her graduation": a noun alone seldom says whether and to whom it happened. */
    private boolean isBareNoun(Trigger trigger) {
        return trigger.to() - trigger.from() == 1 && note.isPart(trigger.from(), "NOUN", "PROPN");
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
        return isAboutUnknownName(clause, trigger, subject) || isAboutAcquaintance(clause, trigger);
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
        boolean owned = note.is(subject.from(), "his", "her", "their")
                || (note.is(subject.from() + 1, "'s", "'") && !note.isVerb(subject.from() + 1));
        return owned
                && !SHARED_BY_FAMILIES.contains(trigger.kind().type())
                && hasUnnamedRelative(subject.from(), trigger.from());
    }

    private boolean hasUnnamedRelative(int from, int to) {
        for (int at = from; at < to; at++) {
            if (relations.isUnnamedRelative(at)) {
                return true;
            }
        }
        return false;
    }
}
