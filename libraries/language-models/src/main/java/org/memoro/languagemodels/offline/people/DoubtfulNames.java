package org.memoro.languagemodels.offline.people;

import org.memoro.languagemodels.offline.names.Gazetteer;
import org.memoro.languagemodels.offline.names.Gender;
import org.memoro.languagemodels.offline.note.Note;

/** Tells where a contact's name may be a town, a make, a play or a word, so that the writer has to be asked. */
final class DoubtfulNames {

    /** "Hope is better, thank God, she's home": as far behind a name a pronoun may take it up. */
    private static final int TAKEN_UP = 14;

    private final Note note;
    private final Gazetteer gazetteer;
    private final NameWords words;
    private final NameSurroundings surroundings;

    DoubtfulNames(Note note, Gazetteer gazetteer, NameWords words, NameSurroundings surroundings) {
        this.note = note;
        this.gazetteer = gazetteer;
        this.words = words;
        this.surroundings = surroundings;
    }

    /** The mention, marked where nothing tells that its words are meant as the contact's name. */
    Mention told(Mention mention) {
        boolean contact = !mention.contactIds().isEmpty() && mention.bearer() == Mention.Bearer.ANYBODY;
        return contact && isDoubtful(mention.from(), mention.to()) ? mention.of(Mention.Bearer.UNSURE) : mention;
    }

    private boolean isDoubtful(int from, int to) {
        if (isWork(to)) {
            return true;
        }
        boolean single = to == from + 1;
        boolean opens = note.startsSentence(from);
        boolean famous = words.famousEnd(note, from) == to;
        boolean town = single && gazetteer.isPlace(note.word(from));
        boolean word = single && opens && gazetteer.isWordLike(note.word(from));
        boolean make = single && words.isBrand(note.word(from));
        boolean subject = opens && (town || word || famous) && !isSubjectOfPeoplesVerb(to, town);
        boolean object = !opens && (famous || ((town || make) && isNamedLikeAThing(from)));
        boolean goods = (town || make || famous) && isGoods(to);
        return (subject || object || goods) && !standsAmongPeople(from, to);
    }

    /** "Emma by Jane Austen", "Annie the musical", "with Emma Watson in it". */
    private boolean isWork(int to) {
        return (note.is(to, "by") && note.isNamed(to + 1) && note.isNamed(to + 2))
                || (note.is(to, "in") && note.is(to + 1, "it"))
                || (note.is(to, "the") && words.isOfWorks("works", note.word(to + 1)));
    }

    /** "Jeans from Zara", "a Ted Baker shirt", "asked Alexa". */
    private boolean isNamedLikeAThing(int from) {
        return note.is(from - 1, "from", "to", "about", "new", "old", "vintage", "a", "an", "the", "asked")
                && words.weightBefore(note, from - 1) < 2;
    }

    private boolean isGoods(int to) {
        return words.isOfThings("goods", note.word(to)) && !note.is(to - 1, "'s");
    }

    private boolean isSubjectOfPeoplesVerb(int to, boolean town) {
        int verb = note.isPart(to, "ADV") ? to + 1 : to;
        boolean thing = words.isOfThings("verbs", note.word(verb))
                || (town && words.isOfThings("town-verbs", note.word(verb)))
                || (note.is(verb, "came")
                        && note.is(verb + 1, "to")
                        && note.token(verb + 2).isNumber());
        return thing ? isPeoplesState(verb, verb + 1) || isPeoplesState(verb, verb + 2) : surroundings.isSubject(to);
    }

    /** "Austin is in hospital", "April has a new job": what is said of people only. */
    private boolean isPeoplesState(int verb, int state) {
        boolean owns = note.is(verb, "has", "had", "'s")
                && (words.isPeoplesOwn(note.word(state + 1)) || words.isPeoplesVerb(note.word(state)));
        boolean coming = note.is(state, "coming") && !note.is(state + 1, "to", "over", "with", "for", "round", "back");
        boolean doing = note.isPart(state, "VERB") && note.word(state).endsWith("ing") && !coming;
        return owns
                || doing
                || words.isPeoplesState(note.word(state))
                || note.is(
                        state,
                        "my",
                        "his",
                        "her",
                        "our",
                        "me",
                        "us",
                        "home",
                        "off",
                        "on",
                        "out",
                        "worn",
                        "down",
                        "allergic")
                || (note.is(state, "in", "from", "at") && note.isNamed(state + 1))
                || note.is(state + 1, "me", "us", "hospital", "law", "love", "charge", "touch");
    }

    /** In company, or taken up as he or she. */
    private boolean standsAmongPeople(int from, int to) {
        int before = surroundings.before(from, to);
        boolean called = before > 0 && !note.is(from - 1, "about", "that", "saw", "visited");
        boolean owns = note.is(to, "'s", "'") && surroundings.after(from, to) > 1;
        boolean joined = note.is(to, "and", "&", "n", "+")
                && (note.isNamed(to + 1) || note.is(to + 1, "i", "me", "his", "her", "the", "my"));
        boolean joins = note.is(from - 1, "and", "&", "n", "+") && note.isNamed(from - 2);
        boolean colleague =
                note.is(to, "from") && note.is(to + 1, "work", "school", "church", "hr", "accounts", "sales", "next");
        return called || owns || joined || joins || colleague || isTakenUp(from, to);
    }

    private boolean isTakenUp(int from, int to) {
        Gender gender = gazetteer.genderOf(note.word(from));
        for (int at = to; at < Math.min(note.size(), to + TAKEN_UP); at++) {
            Gender told = Antecedents.genderOf(note, at);
            if (told != null) {
                return told.fits(gender);
            }
            if (note.isNamed(at) && gazetteer.isFirstName(note.word(at))) {
                return false;
            }
        }
        return false;
    }
}
