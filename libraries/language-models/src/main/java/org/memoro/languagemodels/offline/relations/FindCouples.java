package org.memoro.languagemodels.offline.relations;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.Relation;
import org.memoro.languagemodels.offline.names.Gender;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.people.Antecedents;
import org.memoro.languagemodels.offline.people.Cast;
import org.memoro.languagemodels.offline.people.Mention;
import org.memoro.languagemodels.offline.people.NamedTogether;
import org.memoro.languagemodels.offline.people.Someone;
import org.memoro.languagemodels.offline.relations.RelationNouns.RelationNoun;

/** Finds couples in sentences such as "Tom married Eva", "he's engaged to Mia", "Jo is dating a singer called Max", "Ed and Flo got married". */
final class FindCouples {

    private static final double CONFIDENCE = 0.85;

    /** A subject stands no further before its verb than this. */
    private static final int REACH = 14;

    private final Note note;
    private final Cast cast;
    private final NamedTogether together;
    private final Antecedents antecedents;
    private final StateRelation state;
    private final Supposed supposed;

    FindCouples(Note note, Cast cast, NamedTogether together, Antecedents antecedents, StateRelation state) {
        this.note = note;
        this.cast = cast;
        this.together = together;
        this.antecedents = antecedents;
        this.state = state;
        this.supposed = new Supposed(note);
    }

    /** Who is joined, and where the words about them begin. */
    private record Subject(List<Someone> people, int from) {}

    void find() {
        for (int i = 0; i < note.size(); i++) {
            Bond bond = Bond.at(note, i);
            Subject subject = bond == null ? null : subject(bond.verb());
            if (bond != null && subject != null && !supposed.covers(scope(subject.from()), bond.to())) {
                tell(bond, subject);
            }
        }
    }

    private void tell(Bond bond, Subject subject) {
        Mention name = nameFrom(bond.to());
        Someone second = name == null ? null : cast.personAt(name.from());
        if (name != null && second != null && bond.isTransitive()) {
            if (subject.people().size() == 1) {
                join(bond, subject, second, name.to());
            }
        } else if (subject.people().size() == 2 && bond.isMutual() && name == null) {
            Someone first = subject.people().getFirst();
            join(
                    bond,
                    new Subject(List.of(first), subject.from()),
                    subject.people().get(1),
                    bond.verb() + 1);
        }
    }

    private void join(Bond bond, Subject subject, Someone second, int to) {
        RelationNoun noun = new RelationNoun(relation(bond, second.gender()), Gender.UNKNOWN, false);
        state.that(Owner.of(subject.people(), subject.from(), CONFIDENCE), noun, second, to);
    }

    private static Relation relation(Bond bond, Gender second) {
        return switch (bond.relation()) {
            case SPOUSE ->
                second == Gender.FEMALE ? Relation.WIFE : second == Gender.MALE ? Relation.HUSBAND : Relation.SPOUSE;
            default -> bond.relation();
        };
    }

    /** The name itself, or the one behind "a singer called" and "her boyfriend". */
    private @Nullable Mention nameFrom(int at) {
        Mention first = cast.mentionAt(at);
        if (first != null && cast.personStartingAt(at) != null) {
            // "married to Lupe's sister Inés"
            boolean owner = note.is(first.to(), "'s");
            return owner ? cast.mentionAt(first.to() + 2) : first;
        }
        if (note.is(at, "his", "her", "a", "an", "the", "someone", "somebody", "this")) {
            for (int i = at; i < at + 6 && note.sameSentence(at, i); i++) {
                boolean called = note.is(i, "called", "named", ",");
                boolean possessed = note.is(at, "his", "her") && cast.personStartingAt(i + 1) != null;
                if ((called || possessed) && cast.personStartingAt(i + 1) != null) {
                    return cast.mentionAt(i + 1);
                }
            }
        }
        return null;
    }

    private @Nullable Subject subject(int verb) {
        int from = note.sentenceOf(verb).from();
        for (int at = verb - 1; at >= from && verb - at <= REACH; at--) {
            at = beforeBrackets(at, from);
            Mention mention = cast.mentionAt(at);
            Someone person = cast.personAt(at);
            if (mention != null && person != null) {
                return note.is(mention.to(), "'s") && note.is(mention.to() + 1, "parents", "friends", "wedding")
                        ? null
                        : listed(person, mention.from());
            }
            if (note.is(at, "who")) {
                int end = note.is(at - 1, ",") ? at - 1 : at;
                Mention named = cast.mentionAt(end - 1);
                Someone told = cast.personEndingAt(end);
                return told == null || named == null ? null : new Subject(List.of(told), named.from());
            }
            if (note.is(at, "he", "she", "they")) {
                List<Someone> meant = antecedents.of(at);
                return meant.isEmpty() ? null : new Subject(meant, at);
            }
            if (note.is(at, ".", ";", ":", "that", "we", "i") || isUnnamedRelative(at)) {
                return null;
            }
        }
        return null;
    }

    /** "Kim (daughter of Ian and Carla) got married": it was Kim who did. */
    private int beforeBrackets(int at, int from) {
        int open = at;
        while (note.is(at, ")") && open > from && !note.is(open, "(")) {
            open--;
        }
        return note.is(open, "(") && open > from ? open - 1 : at;
    }

    /** "Ed and Flo", read backwards from Flo. */
    private Subject listed(Someone person, int from) {
        for (List<Someone> group : together.before(from + 1)) {
            Mention first = group.getFirst().lastMentionBefore(from + 1);
            boolean side = first != null && first.to() == from - 1 && note.is(from - 1, "and", "&", "+");
            if (group.size() == 2 && group.getLast() == person && first != null && side && !isRelative(first)) {
                return new Subject(group, first.from());
            }
        }
        return new Subject(List.of(person), from);
    }

    /** "Both daughters, Ida and Mia, were married", to others. */
    private boolean isRelative(Mention first) {
        int before = note.is(first.from() - 1, ",", "(", ":") ? first.from() - 2 : first.from() - 1;
        return note.isPart(before, "NOUN") && note.sameSentence(before, first.from());
    }

    /** "Anna's sister married Tom" is not about Anna. */
    private boolean isUnnamedRelative(int at) {
        boolean owned = note.is(at - 1, "'s", "his", "her", "their", "my", "our");
        return owned && note.isPart(at, "NOUN") && !note.is(at, "wedding", "party");
    }

    private int scope(int subject) {
        return note.sentenceOf(subject).from();
    }
}
