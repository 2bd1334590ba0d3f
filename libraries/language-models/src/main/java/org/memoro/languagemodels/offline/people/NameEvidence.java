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
    private final RelationNouns relationNouns;
    private final List<Mention> found;
    private int endOfRejected;

    NameEvidence(Note note, Gazetteer gazetteer, RelationNouns relationNouns, List<Mention> found) {
        this.note = note;
        this.gazetteer = gazetteer;
        this.relationNouns = relationNouns;
        this.found = found;
    }

    /** Where to go on after a name that was weighed and is none. */
    int endOfRejected() {
        return endOfRejected;
    }

    /** How sure it is that the words are a person; 0 when they are not taken for one. */
    double confidenceOf(int from, int to) {
        if (isImpossible(from, to) || isNotMeantAsPerson(from, to)) {
            endOfRejected = Math.max(from + 1, gazetteer.isNotPerson(note.word(from)) ? from + 1 : to);
            return 0;
        }
        int weight = weightOfWords(from, to) + weightOfBefore(from) + weightOfAfter(from, to);
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
        if (isAfterPlacePreposition(from) && !note.is(to, "'s")) {
            return note.is(from - 1, "to", "from")
                    && !gazetteer.isPlace(note.word(from))
                    && !note.token(from).isAllCapitals();
        }
        boolean inside = !note.startsSentence(from) && note.token(from).isCapitalised();
        return inside || weightOfBefore(from) > 0 || note.is(to, "'s", ",", "and", "&", ":") || isSubject(to);
    }

    /** Whether a contact's family name stands alone for the contact, and not within a longer name or for the family. */
    boolean isLoneFamilyName(int from, int to) {
        boolean part = (note.isNamed(from - 1) && !note.startsSentence(from - 1))
                || (note.isNamed(to) && !gazetteer.isNotPerson(note.word(to)));
        boolean inside = !note.startsSentence(from) || isSubject(to);
        return !part
                && inside
                && !note.is(from - 1, "the", "in", "at")
                && !gazetteer.isWordLike(note.word(from))
                && !gazetteer.isPlace(note.word(from));
    }

    /** Pets, films and the like bear people's names. */
    boolean isNotMeantAsPerson(int from, int to) {
        return isPet(from, to) || isWork(from) || isNameOfThing(from, to);
    }

    private boolean isImpossible(int from, int to) {
        if (gazetteer.isNotPerson(note.word(from)) || note.is(from - 1, "the", "a", "an", "#")) {
            return true;
        }
        boolean compound = note.word(from).contains("-") && note.startsSentence(from) && to - from == 1;
        if (compound
                && !gazetteer.isFirstName(
                        note.word(from).substring(0, note.word(from).indexOf('-')))) {
            return true;
        }
        if (note.is(from - 1, "company", "firm", "startup", "employer", "band", "club", "brand", "app")) {
            return true;
        }
        if ((to - from == 1 && note.token(from).isAllCapitals())
                || note.token(from).text().length() == 1) {
            return true;
        }
        for (int i = from; i < to; i++) {
            if (gazetteer.isVenueWord(note.word(i))) {
                return true;
            }
        }
        return gazetteer.isVenueWord(note.word(to)) || endsLikeACompany(to);
    }

    private boolean endsLikeACompany(int to) {
        return note.is(to, "inc", "ltd", "gmbh", "ag", "llc", "corp", "&")
                && note.is(to + 1, "sons", "co", "co.", ".", "");
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
        if (note.startsSentence(from) && !listed && doubtful) {
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

    private int weightOfBefore(int from) {
        if (from == 0 || !note.sameSentence(from - 1, from)) {
            return 0;
        }
        int before = from - 1;
        if (note.is(before, ",", "(") || note.is(before, "named", "called")) {
            before--;
        }
        boolean eldest = note.is(before, "youngest", "oldest", "eldest", "firstborn")
                || (note.is(before, "one") && note.is(before - 1, "older", "younger", "little", "elder"));
        if (relationNouns.isRelationNoun(note.word(before)) || eldest) {
            return 4;
        }
        before = note.is(from - 1, "little", "baby", "young", "old") ? from - 2 : from - 1;
        if (isListedWithPerson(before)) {
            return 2;
        }
        if (note.is(
                before,
                "with",
                "w/",
                "met",
                "told",
                "texted",
                "phoned",
                "asked",
                "named",
                "thanked",
                "congratulated",
                "hugged",
                "married",
                "dating")) {
            return 2;
        }
        if (note.is(before, "to")
                && note.is(
                        before - 1,
                        "wrote",
                        "spoke",
                        "talked",
                        "write",
                        "talk",
                        "speak",
                        "talking",
                        "speaking",
                        "introduced",
                        "engaged",
                        "sent",
                        "promised",
                        "chatted",
                        "married",
                        "birth",
                        "wed")) {
            return 3;
        }
        if (note.is(before, "into") && note.is(before - 1, "ran", "bumped", "bump", "run", "running", "bumping")) {
            return 3;
        }
        if (note.is(before, "from")
                && note.is(
                        before - 1,
                        "heard",
                        "letter",
                        "call",
                        "message",
                        "email",
                        "mail",
                        "text",
                        "card",
                        "news",
                        "postcard")) {
            return 3;
        }
        if (note.is(
                before,
                "saw",
                "called",
                "emailed",
                "mailed",
                "messaged",
                "facetimed",
                "invited",
                "helped",
                "hosted",
                "about",
                "that")) {
            return 1;
        }
        return isAfterPlacePreposition(from) ? -3 : 0;
    }

    private boolean isAfterPlacePreposition(int from) {
        return note.is(
                from - 1, "in", "at", "@", "near", "to", "from", "around", "via", "through", "towards", "on", "over",
                "across", "outside");
    }

    /** "with Tom and Eva": the second name is a person because the first is. */
    private boolean isListedWithPerson(int before) {
        if (found.isEmpty() || !note.is(before, "and", "&", ",", "+")) {
            return false;
        }
        int listEnd = found.getLast().to();
        boolean aged = note.is(listEnd, "(") && note.is(listEnd + 2, ")");
        int end = aged ? listEnd + 3 : listEnd;
        return end == before || (end == before - 1 && note.is(before - 1, ","));
    }

    private int weightOfAfter(int from, int to) {
        if (note.is(to, "'s") || (note.is(to, "'") && note.sameSentence(to, to + 1))) {
            return relationNouns.isRelationNoun(note.word(to + 1)) || relationNouns.isRelationNoun(note.word(to + 2))
                    ? 4
                    : 1;
        }
        if (isNounModifier(to)
                && !(opensStatement(from) && gazetteer.isFirstName(note.word(from)) && !isWorkWord(to))) {
            return -4;
        }
        if (note.is(to, "(") && note.is(to + 1, "born", "pronounced")) {
            return 2;
        }
        if (note.is(to, ",", "(")
                && (note.is(to + 1, "my", "his", "her", "their") || relationNouns.isRelationNoun(note.word(to + 3)))) {
            return 2;
        }
        return isSubject(to) ? 2 : 0;
    }

    /** "Taylor Swift tickets" are about no guest. */
    private boolean isNounModifier(int to) {
        return note.isPart(to, "NOUN")
                && note.token(to).isWord()
                && !note.isNamed(to)
                && note.dateAt(to) == null
                && !isSubjectVerb(to)
                && !note.is(to, "w/", "today", "home");
    }

    private boolean opensStatement(int from) {
        return note.startsSentence(from) || note.is(from - 1, ",", "and", "that", "but", ":", ";");
    }

    private boolean isWorkWord(int at) {
        return note.is(
                at, "tickets", "concert", "album", "song", "movie", "film", "book", "tour", "show", "exhibition");
    }

    private boolean isSubject(int to) {
        int verb = note.isPart(to, "ADV") || note.is(to, "just", "also", "both", "finally") ? to + 1 : to;
        return isSubjectVerb(verb);
    }

    private boolean isSubjectVerb(int at) {
        boolean verb = note.isVerb(at) || note.is(at, "called", "texted", "says", "said", "phoned", "rang");
        return verb && !note.isNamed(at) && !note.word(at).endsWith("ing");
    }

    private boolean isPet(int from, int to) {
        for (int i = from - 1; i >= Math.max(0, from - 4) && note.sameSentence(i, from); i--) {
            boolean called = i == from - 1 || note.is(from - 1, "called", "named", ",", "is");
            if (called && isAnimal(i)) {
                return true;
            }
        }
        return (note.is(to, ",") && note.is(to + 1, "the", "their", "his", "her", "our", "my") && isAnimal(to + 2))
                || (note.is(to, "the") && isAnimal(to + 1));
    }

    private boolean isAnimal(int at) {
        return note.is(
                at,
                "dog",
                "cat",
                "puppy",
                "kitten",
                "horse",
                "pony",
                "hamster",
                "rabbit",
                "bunny",
                "parrot",
                "labrador",
                "poodle",
                "beagle",
                "retriever",
                "dachshund",
                "terrier",
                "pup",
                "tomcat",
                "tortoise",
                "goldfish",
                "budgie");
    }

    private boolean isWork(int from) {
        for (int i = from - 1; i >= Math.max(0, from - 4) && note.sameSentence(i, from); i--) {
            if (note.is(
                            i,
                            "read",
                            "reading",
                            "watched",
                            "watching",
                            "listened",
                            "listening",
                            "novel",
                            "film",
                            "movie",
                            "album",
                            "song",
                            "tickets",
                            "ticket",
                            "podcast",
                            "biography",
                            "musical",
                            "opera",
                            "concert",
                            "exhibition")
                    && note.is(
                            from - 1,
                            "by",
                            "of",
                            "about",
                            "to",
                            "for",
                            "the",
                            "read",
                            "reading",
                            "watched",
                            "watching",
                            "on",
                            "with",
                            "called",
                            "film",
                            "movie",
                            "concert")) {
                return !note.is(from - 1, "with", "to")
                        || note.is(i, "listened", "listening", "concert", "tickets", "film", "movie");
            }
        }
        return false;
    }

    private boolean isNameOfThing(int from, int to) {
        return note.is(
                        to,
                        "street",
                        "avenue",
                        "road",
                        "st.",
                        "strasse",
                        "gasse",
                        "platz",
                        "hospital",
                        "university",
                        "airport",
                        "festival")
                && note.token(to).isCapitalised();
    }
}
