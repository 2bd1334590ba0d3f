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
import org.memoro.languagemodels.offline.phrases.Numbers;
import org.memoro.languagemodels.offline.relations.RelationNouns.RelationNoun;

/** Reads "Mia is the daughter of Anna and Tom", "Femi, dad of Lea", "mother of two, Ben and Zoe", "a friend of mine". */
final class RelationsOf {

    private static final double NAMED = 0.9;
    private static final double MINE = 0.8;
    private static final int NEAR = 5;
    private static final RelationNoun CHILD = new RelationNoun(Relation.CHILD, Gender.UNKNOWN, false);

    private final Note note;
    private final Cast cast;
    private final NamedTogether together;
    private final Antecedents antecedents;
    private final StateRelation state;
    private final Supposed supposed;

    RelationsOf(Note note, Cast cast, NamedTogether together, Antecedents antecedents, StateRelation state) {
        this.note = note;
        this.cast = cast;
        this.together = together;
        this.antecedents = antecedents;
        this.state = state;
        this.supposed = new Supposed(note);
    }

    /** Whether "of" follows, which says whose relative it is. */
    boolean tell(RelationPhrase phrase) {
        if (!note.is(phrase.to(), "of", "to")
                || (note.is(phrase.to(), "to") && !phrase.noun().isFamily())) {
            return false;
        }
        int owner = phrase.to() + 1;
        if (note.is(owner, "mine", "ours")) {
            friendOfMine(phrase);
        } else if (cast.personStartingAt(afterTrade(owner)) != null) {
            relativeOf(phrase, afterTrade(owner));
        } else if (Numbers.valueAt(note, owner) > 0 || note.is(owner, "the")) {
            parentOf(phrase, owner + 1);
        }
        return note.is(phrase.to(), "of");
    }

    /** "the son of the actor Admir". */
    private int afterTrade(int at) {
        int name = at;
        while (name < at + 4
                && cast.personStartingAt(name) == null
                && note.isPart(name, "DET", "ADJ", "NOUN", "PROPN")) {
            name++;
        }
        return name;
    }

    private void friendOfMine(RelationPhrase phrase) {
        int after = note.is(phrase.to() + 2, ",", "called", "named", ":") ? phrase.to() + 3 : phrase.to() + 2;
        Someone behind = cast.personStartingAt(after);
        Someone friend = behind != null ? behind : subjectBefore(phrase.from());
        if (friend != null) {
            state.that(Owner.writer(phrase.from(), MINE), phrase.noun(), friend, phrase.to() + 2);
        }
    }

    private void relativeOf(RelationPhrase phrase, int ownerAt) {
        List<Someone> of = together.startingAt(ownerAt);
        int end = together.end(ownerAt);
        Mention first = cast.mentionAt(ownerAt);
        // "Sue, sister of Anna, and Max": the comma closes what explains Sue.
        if (first != null && note.is(phrase.from() - 1, ",") && note.is(first.to(), ",")) {
            of = of.subList(0, 1);
            end = first.to();
        }
        boolean explained = note.is(end, ",") && cast.personStartingAt(end + 1) != null;
        Relative relative = relativeBefore(phrase.from());
        if (relative != null
                && !explained
                && !of.contains(relative.person())
                && !supposed.covers(note.sentenceOf(phrase.from()).from(), phrase.from())) {
            state.that(Owner.of(of, relative.from(), NAMED), phrase.noun(), relative.person(), end);
        }
    }

    private record Relative(Someone person, int from) {}

    /** "Mia is the daughter", "She's a cousin", "Karl (1800–1834) was a geometer and the son". */
    private @Nullable Relative relativeBefore(int at) {
        int verb = note.is(at - 1, "the", "a", "an") ? at - 2 : at - 1;
        if (note.is(verb, "is", "was", "'s") && note.is(verb - 1, "he", "she")) {
            List<Someone> meant = antecedents.of(verb - 1);
            return meant.size() == 1 ? new Relative(meant.getFirst(), verb - 1) : null;
        }
        int name = lastNameBefore(at);
        Someone person = cast.personAt(name);
        Mention mention = cast.mentionAt(name);
        boolean near = at - name <= NEAR || isOnlyOne(at, name);
        return person != null && mention != null && note.sameSentence(name, at) && near && !isWithin(mention, verb)
                ? new Relative(person, mention.from())
                : null;
    }

    /** "The abbot of Brechin and father of Domnall", "born in Bathurst, the son of Jo": told of somebody before. */
    private boolean isWithin(Mention mention, int joint) {
        int from = mention.from() - 1;
        for (int i = from; i > from - NEAR && note.sameSentence(i, mention.from()) && !note.isVerb(i); i--) {
            boolean place = note.is(i, "in", "at", "from");
            if (place || (note.is(i, "of", "to") && note.is(joint, "and", "&"))) {
                return true;
            }
        }
        return note.is(joint, "and", "&") && note.is(from, "and", "&", ",");
    }

    private boolean isOnlyOne(int at, int name) {
        Mention mention = cast.mentionAt(name);
        return mention != null
                && mention.from() == note.sentenceOf(at).from()
                && (note.isVerb(mention.to()) || note.is(mention.to(), "("));
    }

    /** "mother of two, Ben (4) and Zoe (2)", "father of the twins Lea and Noah". */
    private void parentOf(RelationPhrase phrase, int from) {
        int at = from;
        while (note.is(at, ",", ":", "(", "-", "–", "kids", "children", "twins", "girls", "boys", "little", "lovely")) {
            at++;
        }
        Someone parent = subjectBefore(phrase.from());
        if (!isParent(phrase) || parent == null || cast.personStartingAt(at) == null) {
            return;
        }
        for (Someone child : together.startingAt(at)) {
            state.that(Owner.of(List.of(parent), phrase.from(), NAMED), CHILD, child, together.end(at));
        }
    }

    private static boolean isParent(RelationPhrase phrase) {
        return switch (phrase.noun().relation()) {
            case MOTHER, FATHER, PARENT -> true;
            default -> false;
        };
    }

    private @Nullable Someone subjectBefore(int at) {
        int name = lastNameBefore(at);
        boolean near = name >= 0 && note.sameSentence(name, at) && at - name <= NEAR;
        return near ? cast.personAt(name) : null;
    }

    private int lastNameBefore(int at) {
        int name = at - 1;
        while (name >= 0 && cast.personAt(name) == null) {
            name--;
        }
        return name;
    }
}
