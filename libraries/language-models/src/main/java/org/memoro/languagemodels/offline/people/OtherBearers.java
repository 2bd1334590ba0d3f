package org.memoro.languagemodels.offline.people;

import org.memoro.languagemodels.offline.names.Gazetteer;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.note.Sentence;

/** Tells what bears people's names and is none of the people a note is about: pets, books, streets, firms, the famous. */
final class OtherBearers {

    /** "A new dog who is called Max": so far before its name an animal stands. */
    private static final int REACH = 4;

    private final Note note;
    private final Gazetteer gazetteer;
    private final NameWords words;
    private int endOfPet = -1;

    OtherBearers(Note note, Gazetteer gazetteer, NameWords words) {
        this.note = note;
        this.gazetteer = gazetteer;
        this.words = words;
    }

    /** Whether the words are such a name, even where a contact bears it too. */
    boolean bear(int from, int to) {
        boolean pet = isPet(from, to);
        endOfPet = pet ? to : endOfPet;
        return pet || isWork(from, to) || isRole(from) || isCalledAfter(to) || isMeasured(from) || isVenue(from, to);
    }

    /** "St Monica's", "at the Albert", "from Charlie's on Mill Road": called by a first name alone, and nobody. */
    boolean isCalledBy(int from, int to) {
        boolean shop = note.is(from - 1, "from", "at", "to")
                && note.is(to, "'s")
                && note.is(to + 1, "on")
                && note.isNamed(to + 2)
                && note.dateAt(to + 2) == null;
        return shop
                || isWhereabouts(from, to)
                || note.is(from - 1, "st", "st.", "saint", "san", "santa", "the")
                || (note.is(from - 1, ".") && note.is(from - 2, "st"));
    }

    /** "in Brooklyn", "moving to Charlotte": nobody is lived in, and one moves to nobody's name. */
    private boolean isWhereabouts(int from, int to) {
        boolean owner = note.is(to, "'s", "'");
        boolean within = note.is(
                from - 1, "in", "around", "near", "outside", "through", "past", "via", "across", "towards", "at", "@");
        if (owner || (!within && !note.is(from - 1, "to", "from"))) {
            return false;
        }
        if (within) {
            return gazetteer.isPlace(note.word(from)) || note.is(from - 1, "in");
        }
        return note.is(
                from - 2,
                "moved",
                "move",
                "moves",
                "moving",
                "relocated",
                "relocating",
                "flew",
                "flying",
                "fly",
                "flight",
                "drove",
                "driving",
                "train",
                "trip",
                "travelled",
                "traveled",
                "emigrated",
                "commutes");
    }

    /** Whether everybody knows who is called by this one word. */
    boolean isFamous(int from, int to) {
        return to == from + 1 && words.famousEnd(note, from) == to;
    }

    /** "In the film, Michael's daughter Mary dies." */
    boolean isTold(int at) {
        Sentence sentence = note.sentenceOf(at);
        int from = sentence.from();
        boolean in = note.is(from, "in") && note.is(from + 1, "the", "this", "that", "a");
        return in && words.isOfWorks("stories", note.word(from + 2)) && at > from + 2;
    }

    boolean isFirm(int from, int to) {
        if (note.is(from - 1, "company", "firm", "startup", "employer", "band", "club", "brand", "app", "team")) {
            return true;
        }
        for (int i = from; i < to; i++) {
            if (gazetteer.isVenueWord(note.word(i)) || (i > from && words.endsFirm(note.word(i)))) {
                return true;
            }
        }
        boolean firm = note.is(to, "inc", "ltd", "gmbh", "ag", "llc", "corp", "&", "plc", "co")
                && note.is(to + 1, "sons", "co", "co.", ".", "", "daughters", "partners", "associates", "young");
        return firm || gazetteer.isVenueWord(note.word(to));
    }

    private boolean isPet(int from, int to) {
        for (int i = from - 1; i >= Math.max(0, from - REACH) && note.sameSentence(i, from); i--) {
            boolean called = i == from - 1 || note.is(from - 1, "called", "named", ",", "is", "(");
            if (called && words.isAnimal(note.word(i)) && !note.is(i + 1, "'s", "with", "and")) {
                return true;
            }
        }
        boolean listed = endOfPet == from - 1 && note.is(from - 1, "and", "&", ",", "+");
        boolean owned =
                note.is(to, "'s") && note.is(to + 1, "owner", "owners", "vet", "paw", "paws", "collar", "leash");
        boolean treated = note.is(to, "to") && note.is(to + 2, "vet", "vets", "groomer", "groomers", "kennel");
        boolean kitten = note.is(to, "is", "was")
                && note.is(to + 2, "'s")
                && (words.isAnimal(note.word(to + 3)) || words.isAnimal(note.word(to + 4)));
        return listed
                || kitten
                || owned
                || treated
                || isExplained(to)
                || (note.is(to, "the") && words.isAnimal(note.word(to + 1)));
    }

    /** "Charlie (the neighbour's dog)". */
    private boolean isExplained(int to) {
        if (!note.is(to, ",", "(") || !note.is(to + 1, "the", "their", "his", "her", "our", "my", "a")) {
            return false;
        }
        for (int i = to + 2; i <= to + REACH && !note.is(i, ",", ")", ".") && !note.isVerb(i); i++) {
            if (words.isAnimal(note.word(i)) && !note.is(i + 1, "'s")) {
                return true;
            }
        }
        return false;
    }

    private boolean isWork(int from, int to) {
        if (note.isPart(to, "VERB") && note.is(from - 1, "watch", "watched", "watching")) {
            return false; // "watched Tom play"
        }
        for (int i = from - 1; i >= Math.max(0, from - REACH) && note.sameSentence(i, from); i--) {
            boolean takesIn = words.isOfWorks("takes-in", note.word(i));
            if ((takesIn || words.isOfWorks("works", note.word(i)))
                    && (words.isOfWorks("links", note.word(from - 1))
                            || words.isOfWorks("takes-in", note.word(from - 1)))) {
                return !note.is(from - 1, "to") || note.is(i, "listened", "listening", "listen");
            }
        }
        return false;
    }

    /** "Mia plays Alice in it", "the role of Juliet". */
    private boolean isRole(int from) {
        boolean role = note.is(from - 1, "of", "as") && note.is(from - 2, "role", "part", "starring");
        boolean played = words.isOfWorks("roles", note.word(from - 1)) && !note.is(from - 1, "played", "playing");
        return role || played;
    }

    /** "A pint of Stella". */
    private boolean isMeasured(int from) {
        return note.is(from - 1, "of") && words.isOfThings("measures", note.word(from - 2));
    }

    /** "At Chester Zoo": called by a person's name, and a place. */
    private boolean isVenue(int from, int to) {
        return note.is(from - 1, "at", "@", "to", "in")
                && to == from + 1
                && gazetteer.isVenueWord(note.word(to))
                && note.token(to).isCapitalised()
                && !note.isNamed(to + 1);
    }

    /** "Kennedy Street", "the Anne Frank House". */
    private boolean isCalledAfter(int to) {
        return words.endsThing(note.word(to))
                && note.token(to).isCapitalised()
                && note.token(to).afterSpace();
    }
}
