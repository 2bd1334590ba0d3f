package org.memoro.languagemodels.offline.relations;

import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.Relation;
import org.memoro.languagemodels.offline.names.Gender;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.phrases.Numbers;
import org.memoro.languagemodels.offline.relations.RelationNouns.RelationNoun;

/** Words such as "older brother" at tokens {@code from} to {@code to} (exclusive). */
record RelationPhrase(int from, int to, RelationNoun noun) {

    private static final RelationNoun CHILD = new RelationNoun(Relation.CHILD, Gender.UNKNOWN, false);

    /** One child, told by the word or by its place among the others, as in "her youngest". */
    boolean isChild() {
        return noun.equals(CHILD);
    }

    /** Reads adjectives and a word for a relative that start exactly here. */
    static @Nullable RelationPhrase at(Note note, int from, RelationNouns nouns) {
        int at = from;
        while (nouns.isAdjective(note.word(at)) || isAge(note, at) || isCount(note, at)) {
            RelationPhrase here = nouns.nounEnd(note, at) > at + 1 ? ending(note, from, at, nouns) : null;
            if (here != null) {
                return here;
            }
            at++;
        }
        RelationPhrase phrase = ending(note, from, at, nouns);
        return phrase != null ? phrase : byAge(note, from, at, nouns);
    }

    private static @Nullable RelationPhrase ending(Note note, int from, int at, RelationNouns nouns) {
        int end = nouns.nounEnd(note, at);
        if (end < 0) {
            return null;
        }
        RelationNoun noun = nouns.noun(note, at, end);
        if (noun == null || (note.is(at, "twin") && nouns.isRelationNoun(note.word(at + 1)))) {
            return noun == null ? null : at(note, at + 1, nouns, from);
        }
        boolean over = note.is(at - 1, "ex", "former") && at > from && isCouple(noun.relation());
        boolean ahead = note.is(at - 1, "future", "soon-to-be") && at > from && isCouple(noun.relation());
        Relation relation = over ? Relation.EX_PARTNER : ahead ? Relation.FIANCE : noun.relation();
        return new RelationPhrase(from, end, new RelationNoun(relation, noun.gender(), noun.plural()));
    }

    private static @Nullable RelationPhrase at(Note note, int at, RelationNouns nouns, int from) {
        RelationPhrase later = at(note, at, nouns);
        return later == null ? null : new RelationPhrase(from, later.to, later.noun);
    }

    /** "Claudia's youngest", "Claudia's older one", "her first, Mateo", "my ex Paul". */
    private static @Nullable RelationPhrase byAge(Note note, int from, int at, RelationNouns nouns) {
        if (at == from) {
            return null;
        }
        RelationNoun adjective = nouns.noun(note.word(at - 1));
        if (adjective != null) {
            return new RelationPhrase(from, at, adjective);
        }
        if (note.is(at - 1, "youngest", "oldest", "eldest", "firstborn", "first-born")) {
            return new RelationPhrase(from, at, CHILD);
        }
        if (note.is(at - 1, "first", "second", "third", "elder", "middle")
                && note.is(at, ",")
                && note.isNamed(at + 1)) {
            return new RelationPhrase(from, at, CHILD);
        }
        boolean one = note.is(at, "one")
                && (note.is(at - 1, "older", "younger", "little", "wee", "elder", "youngest", "oldest", "eldest")
                        || (note.is(at - 1, "first", "second", "third", "last", "middle", "other")
                                && note.is(at + 1, ",", "(", "is")
                                && note.isNamed(at + 2)));
        if (note.is(at, "born") && note.is(at - 1, "first", "last", "second")) {
            return new RelationPhrase(from, at + 1, CHILD);
        }
        return one ? new RelationPhrase(from, at + 1, alike(note, from, nouns)) : null;
    }

    /** "Her elder daughter Divya …, younger one Ramya": one of the kind that the sentence spoke of. */
    private static RelationNoun alike(Note note, int from, RelationNouns nouns) {
        for (int at = from - 1; at >= note.sentenceOf(from).from(); at--) {
            RelationNoun noun = nouns.noun(note.word(at));
            boolean child = noun != null && (noun.relation() == Relation.DAUGHTER || noun.relation() == Relation.SON);
            if (noun != null && child) {
                return new RelationNoun(noun.relation(), noun.gender(), false);
            }
        }
        return CHILD;
    }

    private static boolean isAge(Note note, int at) {
        return note.word(at).endsWith("-old") || note.word(at).endsWith("-year-old");
    }

    /** "2 kids". */
    private static boolean isCount(Note note, int at) {
        int count = Numbers.valueAt(note, at);
        return count > 1 && count <= 20 && note.dateAt(at) == null;
    }

    private static boolean isCouple(Relation relation) {
        return switch (relation) {
            case HUSBAND, WIFE, SPOUSE, PARTNER, GIRLFRIEND, BOYFRIEND, FIANCE -> true;
            default -> false;
        };
    }
}
