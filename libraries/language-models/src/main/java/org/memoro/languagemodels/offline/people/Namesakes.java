package org.memoro.languagemodels.offline.people;

import org.memoro.languagemodels.offline.names.Gazetteer;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.relations.RelationNouns;

/** Tells where a first name that a contact bears may well be somebody else's, so that the writer has to be asked. */
final class Namesakes {

    /** "A girl in her class called Anna": so far before the name somebody unknown stands. */
    private static final int REACH = 5;

    private final Note note;
    private final Gazetteer gazetteer;
    private final RelationNouns relationNouns;

    Namesakes(Note note, Gazetteer gazetteer, RelationNouns relationNouns) {
        this.note = note;
        this.gazetteer = gazetteer;
        this.relationNouns = relationNouns;
    }

    /** The mention of a contact with what the note says about whom it means; {@code inStory} is whether a story is told. */
    Mention told(Mention contact, boolean inStory) {
        if (isClaimed(contact.from())) {
            return contact.of(Mention.Bearer.OURS);
        }
        boolean other = inStory || isSetApart(contact.from(), contact.to());
        return other && !contact.isFullName() ? contact.of(Mention.Bearer.NAMESAKE) : contact;
    }

    /** Whether the name at tokens {@code from} to {@code to} (exclusive) is set apart from the one the writer knows. */
    private boolean isSetApart(int from, int to) {
        return isIntroduced(from)
                || isNewcomer(from)
                || isOwned(from)
                || isExplained(to)
                || isContrasted(from, to)
                || isDead(from)
                || isHired(from, to);
    }

    /** "Our Anna", "my own Anna". */
    private boolean isClaimed(int from) {
        int at = note.is(from - 1, "own", "dear", "poor", "old", "lovely") ? from - 2 : from - 1;
        return note.is(at, "my", "our");
    }

    /** "Ken (not Ken Watanabe)": whether the name is only there to say who is not meant. */
    boolean isOnlyContrasted(int from) {
        int not = note.is(from - 1, "my", "our", "your", "the") ? from - 2 : from - 1;
        if (!note.is(not, "not")) {
            return false;
        }
        for (int at = note.sentenceOf(from).from(); at < not; at++) {
            if (note.isNamed(at) && note.word(at).equals(note.word(from))) {
                return true;
            }
        }
        return false;
    }

    /** "Ken (not Ken Watanabe)": whether the same name is denied later in the sentence. */
    private boolean isContrasted(int from, int to) {
        for (int at = to; at < note.sentenceOf(from).to() - 1; at++) {
            int name = note.is(at + 1, "my", "our", "your", "the") ? at + 2 : at + 1;
            if (note.is(at, "not") && note.isNamed(name) && note.word(name).equals(note.word(from))) {
                return true;
            }
        }
        return false;
    }

    /** "Little Anna", "another Anna", "one Rohit from Nagpur", "a girl called Anna". */
    private boolean isIntroduced(int from) {
        if (note.is(from - 1, "little", "baby", "newborn", "another", "other", "some", "one", "a", "an", "certain")) {
            return note.dateAt(from - 1) == null && !isNumeral(from);
        }
        if (!note.is(from - 1, "called", "named")) {
            return false;
        }
        for (int at = from - 2; at >= Math.max(0, from - REACH) && note.sameSentence(at, from); at--) {
            if (note.is(
                            at,
                            "someone",
                            "somebody",
                            "a",
                            "an",
                            "some",
                            "guy",
                            "girl",
                            "woman",
                            "man",
                            "bloke",
                            "baby",
                            "twins")
                    || note.is(at, "newborn", "puppy", "kitten")) {
                return true;
            }
        }
        return false;
    }

    /** "New colleague Anna", "our new neighbours are Anna and Ben", "a guy at the gym, Tom": whom the writer only gets to know. */
    private boolean isNewcomer(int from) {
        int sentence = note.sentenceOf(from).from();
        boolean named = false;
        for (int at = from - 1; at >= Math.max(sentence, from - 2 * REACH); at--) {
            boolean link = note.is(
                    at, ",", ":", "is", "are", "and", "&", "called", "named", "(", "-", "–", "at", "in", "from", "the",
                    "my", "our");
            boolean word = note.isPart(at, "NOUN", "ADJ", "PROPN", "ADP", "DET", "PRON");
            if (!link && !word) {
                return false;
            }
            named |= relationNouns.isRelationNoun(note.word(at))
                    || note.is(
                            at,
                            "guy",
                            "girl",
                            "woman",
                            "man",
                            "bloke",
                            "lady",
                            "chap",
                            "lad",
                            "student",
                            "intern",
                            "temp",
                            "trainee",
                            "lodger",
                            "hire",
                            "starter",
                            "flatmate",
                            "tenant",
                            "nanny",
                            "coach",
                            "teacher",
                            "vicar",
                            "priest",
                            "pastor",
                            "manager");
            if (named
                    && (note.is(at, "new")
                            || (note.is(at, "a", "an")
                                    && note.is(from - 1, ",", "(", "-", "–", ":", "called", "named")))) {
                return true;
            }
        }
        return false;
    }

    /** "My late grandfather Tom". */
    private boolean isDead(int from) {
        return note.is(from - 2, "late") && relationNouns.isRelationNoun(note.word(from - 1));
    }

    /** "The plumber, Tom, charges …": told by what is done for the writer, as one tells of somebody unknown. */
    private boolean isHired(int from, int to) {
        return note.is(from - 1, ",", "(")
                && note.is(to, ",", ")")
                && note.is(from - 3, "the")
                && note.isPart(from - 2, "NOUN")
                && !note.isNamed(from - 2)
                && !relationNouns.isRelationNoun(note.word(from - 2));
    }

    /** "No one Anna knows": this "one" introduces nobody. */
    private boolean isNumeral(int from) {
        return note.is(from - 1, "one", "other", "some", "certain")
                && note.is(from - 2, "no", "any", "every", "each", "the", "this", "that")
                && !note.is(from - 1, "other");
    }

    /** "My colleague's Anna", "Paul's Anna", "her Tom", "the neighbour's kid Liam". */
    private boolean isOwned(int from) {
        if (note.is(from - 1, "his", "her", "their", "your")) {
            return note.isPart(from - 1, "PRON", "DET") && !isObject(from - 1);
        }
        boolean child = relationNouns.isRelationNoun(note.word(from - 1)) || isChild(from - 1);
        int mark = child ? from - 2 : from - 1;
        if (!note.is(mark, "'s", "'") || note.dateAt(mark - 1) != null) {
            return false;
        }
        boolean relative = relationNouns.isRelationNoun(note.word(mark - 1));
        boolean acquaintance = note.isPart(mark - 1, "NOUN") && (child || note.isPart(mark, "PART"));
        return relative
                || acquaintance
                || (!child && gazetteer.isFirstName(note.word(mark - 1)) && note.isNamed(mark - 1));
    }

    private boolean isChild(int at) {
        return note.is(at, "kid", "boy", "girl", "lad", "lass", "toddler", "baby");
    }

    /** "I told her Tom was away": the pronoun belongs to the verb. */
    private boolean isObject(int at) {
        return note.isVerb(at - 1);
    }

    /** "Rosie the neighbour's kid". */
    private boolean isExplained(int to) {
        return note.is(to, "the") && note.isPart(to + 1, "NOUN") && note.is(to + 2, "'s");
    }
}
