package org.memoro.languagemodels.offline.relations;

import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.Relation;
import org.memoro.languagemodels.offline.names.Gender;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.relations.RelationNouns.RelationNoun;

/** Words such as "older brother" at tokens {@code from} to {@code to} (exclusive). */
record RelationPhrase(int from, int to, RelationNoun noun) {

    private static final RelationNoun CHILD = new RelationNoun(Relation.CHILD, Gender.UNKNOWN, false);

    /** Reads adjectives and a word for a relative that start exactly here. */
    static @Nullable RelationPhrase at(Note note, int from, RelationNouns nouns) {
        int at = from;
        while (nouns.isAdjective(note.word(at)) || isAge(note, at)) {
            at++;
        }
        RelationNoun noun = nouns.noun(note.word(at));
        if (noun != null) {
            boolean exPartner = note.is(at - 1, "ex", "former") && isCouple(noun.relation());
            boolean twin = note.is(at, "twin") && nouns.isRelationNoun(note.word(at + 1));
            if (twin) {
                return at(note, at + 1, nouns);
            }
            return new RelationPhrase(from, at + 1, exPartner ? ex(noun) : noun);
        }
        // "Claudia's youngest", "Claudia's older one".
        if (at > from && note.is(at - 1, "youngest", "oldest", "eldest", "firstborn")) {
            return new RelationPhrase(from, at, CHILD);
        }
        if (at > from
                && note.is(at, "one")
                && note.is(at - 1, "older", "younger", "little", "elder", "youngest", "oldest")) {
            return new RelationPhrase(from, at + 1, CHILD);
        }
        return null;
    }

    private static boolean isAge(Note note, int at) {
        return note.word(at).endsWith("-old") || note.word(at).endsWith("-year-old");
    }

    private static RelationNoun ex(RelationNoun noun) {
        return new RelationNoun(Relation.EX_PARTNER, noun.gender(), noun.plural());
    }

    private static boolean isCouple(Relation relation) {
        return switch (relation) {
            case HUSBAND, WIFE, SPOUSE, PARTNER, GIRLFRIEND, BOYFRIEND, FIANCE -> true;
            default -> false;
        };
    }
}
