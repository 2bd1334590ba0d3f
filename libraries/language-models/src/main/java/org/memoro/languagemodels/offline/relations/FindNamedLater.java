package org.memoro.languagemodels.offline.relations;

import java.util.List;
import org.memoro.languagemodels.offline.names.Gender;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.note.Sentence;
import org.memoro.languagemodels.offline.people.Cast;
import org.memoro.languagemodels.offline.people.Mention;
import org.memoro.languagemodels.offline.people.Someone;
import org.memoro.languagemodels.offline.relations.RelationNouns.RelationNoun;

/** Finds relatives whose name a note adds behind: "Irina's husband is from Odesa. He's called Maksym.", "… Her name is Mia." */
final class FindNamedLater {

    private static final double CONFIDENCE = 0.85;

    private final Note note;
    private final Cast cast;
    private final RelationNouns nouns;
    private final Relations relations;
    private final StateRelation state;

    FindNamedLater(Note note, Cast cast, RelationNouns nouns, Relations relations, StateRelation state) {
        this.note = note;
        this.cast = cast;
        this.nouns = nouns;
        this.relations = relations;
        this.state = state;
    }

    void find() {
        for (int i = 0; i < note.size(); i++) {
            int name = nameTold(i);
            Someone person = cast.personStartingAt(name);
            Mention mention = cast.mentionAt(name);
            int relative = person == null ? -1 : onlyUnnamedBefore(i);
            RelationNoun noun = relative < 0 ? null : nouns.noun(note.word(relative));
            if (person != null && mention != null && noun != null && fits(noun, i)) {
                List<Someone> owners = relations.ownersOfUnnamedAt(relative);
                state.that(Owner.of(owners, i, CONFIDENCE), noun, person, mention.to());
            }
        }
    }

    /** Where the name stands in "he's called Raj" and "her name is Mia"; -1 when nobody's name is told from here on. */
    private int nameTold(int at) {
        boolean called =
                note.is(at, "he", "she") && note.is(at + 1, "is", "'s", "was") && note.is(at + 2, "called", "named");
        boolean name = note.is(at, "his", "her") && note.is(at + 1, "name") && note.is(at + 2, "is", "'s", "was", ":");
        return called || name ? at + 3 : -1;
    }

    private boolean fits(RelationNoun noun, int pronoun) {
        Gender told = note.is(pronoun, "he", "his") ? Gender.MALE : Gender.FEMALE;
        return !noun.plural() && noun.gender().fits(told);
    }

    /** The unnamed relative of this sentence or the one before; -1 when there is none, or a choice. */
    private int onlyUnnamedBefore(int at) {
        Sentence sentence = note.sentenceOf(at);
        int from = sentence.index() == 0
                ? sentence.from()
                : note.sentences().get(sentence.index() - 1).from();
        int found = -1;
        for (int i = from; i < at; i++) {
            if (relations.isUnnamedRelative(i)) {
                if (found >= 0 || relations.ownersOfUnnamedAt(i).isEmpty()) {
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }
}
