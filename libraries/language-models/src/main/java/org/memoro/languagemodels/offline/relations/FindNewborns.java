package org.memoro.languagemodels.offline.relations;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.Relation;
import org.memoro.languagemodels.offline.names.Gender;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.note.Sentence;
import org.memoro.languagemodels.offline.people.Antecedents;
import org.memoro.languagemodels.offline.people.Cast;
import org.memoro.languagemodels.offline.people.Mention;
import org.memoro.languagemodels.offline.people.NamedTogether;
import org.memoro.languagemodels.offline.people.Someone;
import org.memoro.languagemodels.offline.relations.RelationNouns.RelationNoun;

/** Finds children that a note tells the birth or naming of: "Lena gave birth to a girl, Ida", "They named the baby Jakob". */
final class FindNewborns {

    private static final double CONFIDENCE = 0.85;

    private final Note note;
    private final Cast cast;
    private final NamedTogether together;
    private final Antecedents antecedents;
    private final StateRelation state;
    private final Supposed supposed;

    FindNewborns(Note note, Cast cast, NamedTogether together, Antecedents antecedents, StateRelation state) {
        this.note = note;
        this.cast = cast;
        this.together = together;
        this.antecedents = antecedents;
        this.state = state;
        this.supposed = new Supposed(note);
    }

    void find() {
        for (int i = 1; i < note.size(); i++) {
            int name = note.is(i, "named", "called", "naming", "calling", "name", "call") ? named(i) : born(i);
            Someone child = cast.personStartingAt(name);
            if (child != null && !supposed.covers(note.sentenceOf(i).from(), i)) {
                tell(i, name, child);
            }
        }
    }

    /** The name in "a girl, Ida", "a baby boy called Max", "a new baby, Sonya"; -1 when there is none. */
    private int born(int noun) {
        if (!note.is(noun, "girl", "boy", "daughter", "son", "baby") || !isIntroduced(noun)) {
            return -1;
        }
        int day = noun + 1;
        while (note.dateAt(day) != null || (note.is(day, "on", "in", "at") && note.dateAt(day + 1) != null)) {
            day++;
        }
        int at = note.is(day, ",", "(", ":", "-", "–") ? day + 1 : day;
        return note.is(at, "called", "named", "little", "baby") ? at + 1 : at;
    }

    /** The name in "named the baby Ida", "called her Sonya", "call him Max"; -1 when nobody's birth is told. */
    private int named(int verb) {
        int at = verb + 1;
        boolean child = false;
        while (note.is(at, "the", "their", "her", "his", "him", "it", "new", "first", "second", "little")) {
            at++;
        }
        while (note.is(at, "baby", "daughter", "son", "girl", "boy", "child", "newborn")) {
            child = true;
            at++;
        }
        boolean him = at == verb + 2 && note.is(verb + 1, "him", "her", "it");
        return at > verb + 1 && (child || (him && isBirthTold(verb))) ? at : -1;
    }

    private boolean isBirthTold(int at) {
        Sentence sentence = note.sentenceOf(at);
        boolean here = tellsBirth(sentence.from(), at);
        if (here || sentence.index() == 0) {
            return here;
        }
        Sentence before = note.sentences().get(sentence.index() - 1);
        return tellsBirth(before.from(), before.to());
    }

    private boolean isIntroduced(int noun) {
        int at = noun - 1;
        while (note.is(
                at, "baby", "little", "healthy", "beautiful", "second", "first", "third", "lovely", "tiny", "new")) {
            at--;
        }
        return note.is(at, "a", "another", "it's", "'s", "welcomed", "welcome", "had");
    }

    private void tell(int word, int name, Someone child) {
        Mention named = cast.mentionAt(name);
        Parents parents = parentsBefore(word, child);
        if (named == null || parents == null || parents.people().contains(child)) {
            return;
        }
        RelationNoun noun = new RelationNoun(relation(word, name), gender(word, name), false);
        int from = note.sameSentence(parents.from(), word)
                ? parents.from()
                : note.sentenceOf(word).from();
        state.that(Owner.of(parents.people(), from, CONFIDENCE), noun, child, named.to());
    }

    private Gender gender(int from, int to) {
        for (int i = from; i < to; i++) {
            if (note.is(i, "girl", "daughter")) {
                return Gender.FEMALE;
            }
            if (note.is(i, "boy", "son")) {
                return Gender.MALE;
            }
        }
        boolean him = note.is(from + 1, "him", "her") && to == from + 2;
        return him ? note.is(from + 1, "her") ? Gender.FEMALE : Gender.MALE : Gender.UNKNOWN;
    }

    private Relation relation(int from, int to) {
        return switch (gender(from, to)) {
            case FEMALE -> Relation.DAUGHTER;
            case MALE -> Relation.SON;
            case UNKNOWN -> Relation.CHILD;
        };
    }

    private record Parents(List<Someone> people, int from) {}

    /** The first people of this sentence or, when it names nobody else, of the one before, where a birth is told. */
    private @Nullable Parents parentsBefore(int word, Someone child) {
        Sentence sentence = note.sentenceOf(word);
        Parents here = firstPeople(sentence.from(), word, child);
        boolean naming = note.is(word, "named", "called", "naming", "calling", "name", "call");
        if (here != null) {
            return naming || tellsBirth(sentence.from(), word + 1) ? here : null;
        }
        if (sentence.index() == 0) {
            return null;
        }
        Sentence before = note.sentences().get(sentence.index() - 1);
        return tellsBirth(before.from(), before.to()) ? firstPeople(before.from(), before.to(), child) : null;
    }

    private @Nullable Parents firstPeople(int from, int to, Someone except) {
        for (int i = from; i < to; i++) {
            Someone person = cast.personStartingAt(i);
            if (person != null && person != except && !isOwnerOfNamed(i, to)) {
                boolean couple = note.is(together.end(i), "have", "had", "welcomed", "named", "called", "are");
                List<Someone> several = together.startingAt(i);
                return new Parents(couple && several.size() == 2 ? several : List.of(person), i);
            }
            if (note.is(i, "she", "he", "they") && i == from) {
                List<Someone> meant = antecedents.of(i);
                return meant.isEmpty() ? null : new Parents(meant, i);
            }
        }
        return null;
    }

    /** "Tom's wife Ida had a boy": told of Ida. */
    private boolean isOwnerOfNamed(int name, int to) {
        Mention mention = cast.mentionAt(name);
        if (mention == null || !note.is(mention.to(), "'s")) {
            return false;
        }
        for (int i = mention.to(); i < to && !note.isVerb(i + 1); i++) {
            if (cast.personStartingAt(i + 1) != null) {
                return true;
            }
        }
        return false;
    }

    private boolean tellsBirth(int from, int to) {
        for (int i = from; i < to; i++) {
            if (note.is(i, "birth", "born", "baby", "welcomed", "had", "have", "has", "delivered", "newborn")) {
                return true;
            }
        }
        return false;
    }
}
