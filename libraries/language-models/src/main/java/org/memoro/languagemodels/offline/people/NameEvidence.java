package org.memoro.languagemodels.offline.people;

import java.util.List;
import org.memoro.languagemodels.offline.names.Gazetteer;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.note.Sentence;
import org.memoro.languagemodels.offline.relations.RelationNouns;

/** Weighs whether capitalised words that no contact bears are a person, by what they are and what stands beside them. */
final class NameEvidence {

    private static final double SURE = 0.9;
    private static final double LIKELY = 0.8;
    private static final double POSSIBLE = 0.6;

    private final Note note;
    private final Gazetteer gazetteer;
    private final NameWords words;
    private final NameSurroundings surroundings;
    private final OtherBearers others;
    private int endOfRejected;

    NameEvidence(Note note, Gazetteer gazetteer, NameWords words, RelationNouns relationNouns, List<Mention> found) {
        this.note = note;
        this.gazetteer = gazetteer;
        this.words = words;
        this.surroundings = new NameSurroundings(note, gazetteer, words, relationNouns, found);
        this.others = new OtherBearers(note, gazetteer, words);
    }

    /** Where to go on after a name that was weighed and is none. */
    int endOfRejected() {
        return endOfRejected;
    }

    /** How sure it is that the words are a person; 0 when they are not taken for one. */
    double confidenceOf(int from, int to) {
        if (isImpossible(from, to)
                || isNotMeantAsPerson(from, to)
                || others.isFamous(from, to)
                || others.isTold(from)) {
            endOfRejected = Math.max(from + 1, gazetteer.isNotPerson(note.word(from)) ? from + 1 : to);
            return 0;
        }
        int weight = weightOfWords(from, to) + surroundings.before(from, to) + surroundings.after(from, to);
        if (weight >= 5) {
            return SURE;
        }
        if (weight >= 3) {
            return LIKELY;
        }
        if (weight >= 2) {
            return POSSIBLE;
        }
        endOfRejected = to;
        return 0;
    }

    /** Whether a word that is a name and something else stands where a person would. */
    boolean standsLikeAPerson(int from, int to) {
        if (isAuxiliary(from, to)) {
            return false;
        }
        if (surroundings.isAfterPlacePreposition(from) && !note.is(to, "'s")) {
            return note.is(from - 1, "to", "from")
                    && !gazetteer.isPlace(note.word(from))
                    && !note.token(from).isAllCapitals();
        }
        boolean inside = !note.startsSentence(from) && note.token(from).isCapitalised();
        return inside
                || surroundings.before(from, to) > 0
                || note.is(from - 1, "n")
                || note.is(to, "'s", ",", "and", "&", ":", "himself", "herself")
                || (note.is(to, "from")
                        && note.is(to + 1, "work", "school", "church", "next", "hr", "accounts", "sales"))
                || surroundings.isSubject(to);
    }

    /** Whether a contact's family name stands alone for the contact, and not within a longer name or for the family. */
    boolean isLoneFamilyName(int from, int to) {
        boolean part = (note.isNamed(from - 1) && !note.startsSentence(from - 1))
                || (note.isNamed(to) && !gazetteer.isNotPerson(note.word(to)));
        boolean inside = !note.startsSentence(from) || surroundings.isSubject(to);
        return !part
                && inside
                && !note.is(from - 1, "the", "in", "at")
                && !gazetteer.isWordLike(note.word(from))
                && !gazetteer.isPlace(note.word(from));
    }

    /** Pets, films and the like bear people's names. */
    boolean isNotMeantAsPerson(int from, int to) {
        return others.bear(from, to);
    }

    /** Saints, pubs, shops and the like bear first names. */
    boolean isPlaceOrSaint(int from, int to) {
        return others.isCalledBy(from, to);
    }

    /** "Lukas Bau GmbH" bears its founder's name. */
    boolean isFirm(int from, int to) {
        return others.isFirm(from, to);
    }

    /** Whether the name stands in the plot of a film or book. */
    boolean isTold(int from) {
        return others.isTold(from);
    }

    /** "Will do", "Will call the bank": a capital for the place, not for the name. */
    private boolean isAuxiliary(int from, int to) {
        boolean base = note.isPart(to, "VERB", "AUX")
                && !note.word(to).endsWith("s")
                && !note.word(to).endsWith("ed")
                && !words.isPeoplesVerb(note.word(to))
                && !note.is(
                        to, "'s", "'ll", "was", "had", "would", "did", "can", "could", "ran", "might", "will",
                        "should");
        return note.is(from, "will", "may") && note.startsSentence(from) && (base || note.is(to, "not", "n't"));
    }

    private boolean isImpossible(int from, int to) {
        if (gazetteer.isNotPerson(note.word(from))
                || note.is(from - 1, "the", "a", "an", "#", "st", "st.", "saint", "san", "santa")
                || isMonth(from)
                || note.is(from, "st", "st.", "saint")) {
            return true;
        }
        boolean compound = note.word(from).contains("-") && note.startsSentence(from) && to - from == 1;
        if (compound
                && surroundings.after(from, to) < NameSurroundings.OWNS_RELATIVE
                && !gazetteer.isFirstName(note.word(from))
                && !gazetteer.isFirstName(
                        note.word(from).substring(0, note.word(from).indexOf('-')))) {
            return true;
        }
        boolean capitals = to - from == 1 && note.token(from).isAllCapitals();
        return capitals || note.token(from).text().length() == 1 || others.isFirm(from, to);
    }

    /** "1. Mai": months of other languages. */
    private boolean isMonth(int from) {
        int before = note.is(from - 1, ".") ? from - 2 : from - 1;
        return before >= 0
                && (note.token(before).isNumber() || note.is(before, "im"))
                && note.is(
                        from,
                        "mai",
                        "januar",
                        "februar",
                        "marz",
                        "juni",
                        "juli",
                        "oktober",
                        "dezember",
                        "maart",
                        "mei");
    }

    private int weightOfWords(int from, int to) {
        String first = note.word(from);
        boolean listed = gazetteer.isFirstName(first);
        int weight = 0;
        if (listed) {
            weight += gazetteer.isWordLike(first) ? 1 : 3;
        }
        if (to - from > 1) {
            weight += note.isPart(from, "PROPN") || !note.startsSentence(from) ? 1 : 0;
        }
        boolean place = gazetteer.isPlace(first) && (to - from == 1 || !listed);
        if (place) {
            weight -= listed ? 1 : 4;
        }
        boolean doubtful = !note.isPart(from, "PROPN") || !hasEnglishWords(from);
        if (note.startsSentence(from) && !listed && (doubtful || words.isEverydayNoun(first))) {
            weight -= 3;
        }
        return weight;
    }

    /** In a sentence of another language the first capital says nothing. */
    private boolean hasEnglishWords(int at) {
        Sentence sentence = note.sentenceOf(at);
        for (int i = sentence.from(); i < sentence.to(); i++) {
            if (gazetteer.isCommonWord(note.word(i))) {
                return true;
            }
        }
        return false;
    }
}
