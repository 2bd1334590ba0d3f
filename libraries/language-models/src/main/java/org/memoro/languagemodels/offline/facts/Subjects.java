package org.memoro.languagemodels.offline.facts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.FactType;
import org.memoro.languagemodels.offline.facts.Triggers.Trigger;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.people.Antecedents;
import org.memoro.languagemodels.offline.people.Cast;
import org.memoro.languagemodels.offline.people.Mention;
import org.memoro.languagemodels.offline.people.NamedTogether;
import org.memoro.languagemodels.offline.people.Someone;
import org.memoro.languagemodels.offline.phrases.Clause;
import org.memoro.languagemodels.offline.relations.Relations;

/** Says who a clause is about: the people, or the writer, or nobody in particular. */
final class Subjects {

    private final Note note;
    private final Cast cast;
    private final Relations relations;
    private final Antecedents antecedents;
    private final NamedTogether together;
    private final Households households;
    private final MereOwners mereOwners;

    Subjects(Note note, Cast cast, Relations relations, Antecedents antecedents, NamedTogether together) {
        this.note = note;
        this.cast = cast;
        this.relations = relations;
        this.antecedents = antecedents;
        this.together = together;
        this.households = new Households(note, cast, relations);
        this.mereOwners = new MereOwners(note, relations);
    }

    /** {@code from} is the first word of the subject. */
    record Subject(List<Someone> people, boolean isWriter, int from, boolean isPronoun) {

        static Subject writer(int from) {
            return new Subject(List.of(), true, from, false);
        }
    }

    /** Whom the clause itself names as the one of whom the phrase tells; null when it names nobody. */
    @Nullable
    Subject of(Clause clause, Trigger trigger) {
        return switch (trigger.kind().form()) {
            case OBJECT -> within(trigger);
            case VERBLESS, APPOSED -> before(clause);
            case USUAL -> {
                Subject who = beforeWho(clause);
                Subject own = who != null ? who : in(clause, trigger.from(), trigger.to());
                own = own != null && trigger.kind().type() == FactType.MOVE ? households.speakingOf(own) : own;
                boolean life =
                        trigger.kind().type() == FactType.JOB || trigger.kind().type() == FactType.MOVE;
                boolean relatives = trigger.kind().type() == FactType.MOVE
                        && own != null
                        && mereOwners.isOwnerOfRelative(own, trigger.from());
                if (own != null && (relatives || (life && mereOwners.isOwnerOfAcquaintance(own, trigger.from())))) {
                    yield new Subject(List.of(), false, own.from(), false);
                }
                yield own != null && life && mereOwners.isOwnerOfThing(own, trigger.from()) ? null : own;
            }
        };
    }

    /** Whom a clause that tells nothing itself leaves in mind: of "Anna's boss, …" nobody the note names. */
    @Nullable
    Subject mentionedIn(Clause clause) {
        Subject mentioned = in(clause, clause.to(), clause.to());
        return mentioned != null && mereOwners.isOwnerOfAcquaintance(mentioned, clause.to())
                ? new Subject(List.of(), false, mentioned.from(), false)
                : mentioned;
    }

    private @Nullable Subject within(Trigger trigger) {
        for (int at = trigger.from(); at < trigger.to(); at++) {
            Someone person = cast.personStartingAt(at);
            if (person != null) {
                return new Subject(List.of(person), false, trigger.from(), false);
            }
        }
        return null;
    }

    /** "Tom, a plumber" and "Tom (a plumber)": the name that ends right before the clause. */
    private @Nullable Subject before(Clause clause) {
        boolean mark = note.is(clause.from() - 1, ",", "(", "-", "–", "—", ":");
        Mention mention = mark ? cast.mentionAt(clause.from() - 2) : null;
        Someone person = mark ? cast.personEndingAt(clause.from() - 1) : null;
        return person == null || mention == null ? null : new Subject(List.of(person), false, clause.from(), false);
    }

    /** The last subject named in the clause before (or in) the words {@code from} to {@code to}; null when it has none. */
    @Nullable
    Subject in(Clause clause, int triggerFrom, int triggerTo) {
        boolean verbFirst = note.isVerb(triggerFrom);
        Subject strong = null;
        Subject weak = null;
        int at = clause.from();
        while (at < triggerTo) {
            boolean inTrigger = at >= triggerFrom;
            Subject here = at(at, clause);
            boolean object = inTrigger && verbFirst && (cast.personAt(at) != null || isObject(at, triggerTo));
            if (here != null && !object && !(inTrigger && strong != null)) {
                if (isWeak(at)) {
                    weak = inTrigger && weak != null ? weak : here;
                } else {
                    strong = here;
                }
                at = Math.max(at, together.end(at) - 1);
            }
            at++;
        }
        return strong != null ? strong : weak;
    }

    /** "will join him": the pronoun is who is joined. */
    private boolean isObject(int at, int triggerTo) {
        return note.is(at, "him", "them")
                || (note.is(at, "her") && at == triggerTo - 1 && !note.isPart(at + 1, "NOUN", "ADJ"));
    }

    /** "Hilary, who says Rosemary has moved": it was not Hilary. */
    private boolean reportsOther(Clause clause) {
        for (int at = clause.from() + 1; at < clause.to(); at++) {
            Mention mention = cast.mentionAt(at);
            boolean named = mention != null && mention.from() == at && note.isVerb(mention.to());
            if (named && (note.isVerb(at - 1) || note.is(at - 1, "that", "says", "said", "thinks"))) {
                return true;
            }
        }
        return false;
    }

    /** "Joost, who runs a school": the name before "who", where the clause begins with it. */
    @Nullable
    Subject beforeWho(Clause clause) {
        int who = note.is(clause.from(), "who") ? clause.from() : clause.from() - 1;
        if (!note.is(who, "who") || reportsOther(clause)) {
            return null;
        }
        int end = note.is(who - 1, ",") ? who - 1 : who;
        Someone person = cast.personEndingAt(end);
        Mention mention = cast.mentionAt(end - 1);
        return person == null || mention == null ? null : new Subject(List.of(person), false, mention.from(), false);
    }

    private @Nullable Subject at(int at, Clause clause) {
        if (note.is(at, "i", "we") && !isListedAfterName(at)) {
            return note.is(at + 1, "and") && cast.personStartingAt(at + 2) != null
                    ? new Subject(together.startingAt(at + 2), false, at, false)
                    : Subject.writer(at);
        }
        if (cast.personStartingAt(at) != null) {
            return named(at, clause);
        }
        if (relations.isUnnamedRelative(at)) {
            List<Someone> owners = relations.ownersOfUnnamedAt(at);
            return new Subject(owners, owners.isEmpty(), startOfRelative(at, clause), false);
        }
        if (note.is(at, "he", "she", "they", "his", "her", "their", "both", "him", "them")) {
            return pronoun(at);
        }
        return null;
    }

    private Subject named(int at, Clause clause) {
        List<Someone> people = together.startingAt(at);
        int from = at;
        int joined = beforeRelationNoun(at) - 1;
        if (note.is(joined, "and", "&") && note.is(joined - 1, "he", "she") && joined > clause.from()) {
            people = new ArrayList<>(people);
            people.addAll(0, antecedents.of(joined - 1));
            from = joined - 1;
        }
        return new Subject(people, false, startOfRelative(from, clause), false);
    }

    /** The first word of "his younger brother" before a name; the name itself where nothing like that stands there. */
    private int beforeRelationNoun(int name) {
        int at = name - 1;
        while (at > name - 4 && note.isPart(at, "NOUN", "ADJ") && !note.isPerson(at)) {
            at--;
        }
        return note.is(at, "his", "her", "their", "my", "our") ? at : name;
    }

    private @Nullable Subject pronoun(int at) {
        List<Someone> people = antecedents.of(at);
        if (note.is(at, "both") && people.isEmpty()) {
            return null;
        }
        return new Subject(people, false, at, true);
    }

    /** Owners, objects and company are subjects only where no better one is. */
    private boolean isWeak(int at) {
        Mention mention = cast.mentionAt(at);
        int end = mention == null ? at + 1 : mention.to();
        boolean owner = (note.is(end, "'s", "'") && !note.isVerb(end)) || note.is(at, "his", "their", "him", "them");
        boolean possessiveHer = note.is(at, "her");
        boolean object = note.is(
                at - 1, "with", "to", "for", "about", "of", "from", "by", "in", "than", "like", "without", "at");
        return owner || possessiveHer || object;
    }

    private boolean isListedAfterName(int at) {
        return note.is(at - 1, "and", "&") && cast.personEndingAt(at - 1) != null;
    }

    /** "Her daughter Mia" starts at "Her", "Anna's dad" at "Anna". */
    private int startOfRelative(int at, Clause clause) {
        int from = at;
        while (from > clause.from()
                && (note.isPart(from - 1, "NOUN", "ADJ", "PRON", "DET", "NUM")
                        || note.is(from - 1, "'s", "my", "his", "her", "their"))
                && !note.is(from - 1, "i", "he", "she", "we", "they")
                && at - from < 4) {
            from--;
        }
        Mention owner = note.is(from, "'s", "'") ? cast.mentionAt(from - 1) : null;
        return owner == null || owner.from() < clause.from() ? from : owner.from();
    }
}
