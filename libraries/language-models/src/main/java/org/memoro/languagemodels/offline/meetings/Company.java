package org.memoro.languagemodels.offline.meetings;

import java.util.ArrayList;
import java.util.List;
import org.memoro.languagemodels.offline.meetings.ContactPhrases.Found;
import org.memoro.languagemodels.offline.meetings.ContactPhrases.Way;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.people.Antecedents;
import org.memoro.languagemodels.offline.people.Cast;
import org.memoro.languagemodels.offline.people.Mention;
import org.memoro.languagemodels.offline.people.Someone;
import org.memoro.languagemodels.offline.relations.RelationNouns;

/** Says who was with the writer, and whether the writer was there at all. */
final class Company {

    private final Note note;
    private final Cast cast;
    private final RelationNouns nouns;
    private final Antecedents antecedents;
    private final Occasions occasions;

    Company(Note note, Cast cast, RelationNouns nouns, Occasions occasions) {
        this.note = note;
        this.cast = cast;
        this.nouns = nouns;
        this.occasions = occasions;
        this.antecedents = new Antecedents(note, cast, nouns);
    }

    /** Everybody of the statement who took part: the named, or whom "we" and "her" stand for. */
    List<Someone> in(Statement statement, Found contact) {
        List<Someone> named = named(statement, contact);
        return named.isEmpty() ? meant(statement, contact) : named;
    }

    /** Everybody whom the writer's deed puts beside the writer: "with Tom", "to see Tom", "Tom and I", "Tom's wedding". */
    List<Someone> alongside(Statement statement, Found deed) {
        List<Someone> all = new ArrayList<>();
        for (int i = statement.from(); i < statement.to(); i++) {
            Someone person = cast.personStartingAt(i);
            Mention mention = cast.mentionAt(i);
            boolean beside = person != null
                    && mention != null
                    && !all.contains(person)
                    && (i < deed.from() ? isListedWithWriter(i, statement.from()) || isListedBefore(mention) : isBeside(mention, deed));
            if (beside) {
                all.add(person);
            }
        }
        return all;
    }

    /** "Tom and I went". */
    private boolean isListedBefore(Mention mention) {
        int at = mention.to();
        while (note.isPerson(at) || note.is(at, ",", "and", "&", "+", "n")) {
            at++;
        }
        return note.is(at, "i", "me", "myself");
    }

    /** Behind "with" or "to see", over other people and what describes them; or the host of what one went to. */
    private boolean isBeside(Mention mention, Found deed) {
        if (note.is(mention.to(), "'s", "'") && !note.isVerb(mention.to())) {
            int noun = mention.to() + 1;
            while (note.isPart(noun, "ADJ", "NUM") && noun < mention.to() + 4) {
                noun++;
            }
            return occasions.wayOf(note.word(noun)) != null
                    || occasions.wayOf(note.word(noun + 1)) != null
                    || isHome(note.word(noun))
                    || !note.token(Math.min(noun, note.size() - 1)).isWord();
        }
        for (int i = mention.from() - 1; i > deed.from() - 1; i--) {
            if (note.is(i, "with", "w/", "w", "see", "visit", "meet", "beside", "opposite", "against", "alongside", "join")) {
                return true;
            }
            boolean describing = note.isPerson(i)
                    || nouns.isRelationNoun(note.word(i))
                    || note.is(i, ",", "and", "&", "+", "my", "our", "his", "her", "their", "'s", "the", "old", "(", ")")
                    || note.isPart(i, "ADJ", "NUM");
            if (!describing) {
                return false;
            }
        }
        return false;
    }

    /** "saw Owen's band": one sees its owner there. */
    private static boolean isShow(String word) {
        return switch (word) {
            case "band", "choir", "play", "show", "gig", "concert", "exhibition", "recital", "performance", "match", "game" -> true;
            default -> false;
        };
    }

    private static boolean isHome(String word) {
        return switch (word) {
            case "place", "house", "flat", "home", "apartment", "garden", "cottage", "farm", "cabin", "birthday", "garage", "shop", "office", "studio", "workshop", "store", "salon", "stall", "room", "bedside", "grave" -> true;
            default -> false;
        };
    }

    private List<Someone> named(Statement statement, Found contact) {
        List<Someone> participants = new ArrayList<>();
        boolean aside = false;
        for (int i = statement.from(); i < statement.to(); i++) {
            if (i > contact.from() && note.is(i, "about", "re", "regarding", "because", "whether")) {
                aside = true;
            }
            Someone person = cast.personStartingAt(i);
            Mention mention = cast.mentionAt(i);
            if (person == null || mention == null || aside || participants.contains(person)) {
                continue;
            }
            if (!isOwner(mention)
                    && !isApart(mention)
                    && !(mention.from() < contact.from() && isOther(mention, contact))) {
                participants.add(person);
            }
        }
        return participants;
    }

    private List<Someone> meant(Statement statement, Found contact) {
        for (int i = statement.from(); i < statement.to() && i < contact.to() + 4; i++) {
            boolean object = i >= contact.to() && note.is(i, "him", "her", "them") && !note.isPart(i + 1, "NOUN");
            boolean subject = i < contact.from() && note.is(i, "he", "she", "they");
            if (object || subject) {
                return antecedents.of(i);
            }
        }
        return List.of();
    }

    /** Whether unnamed people were there: "we", "my sister", "the girls". */
    boolean isThereIn(Statement statement, Found contact) {
        for (int i = statement.from(); i < statement.to(); i++) {
            if (note.is(i, "we", "us", "everyone", "everybody", "together", "friends", "family")) {
                return true;
            }
            boolean bare = !note.token(i).isCapitalised() && note.is(i - 1, "with", "w/", "called", "to", "met", "saw");
            boolean kin = nouns.isRelationNoun(note.word(i)) || nouns.isKinTitle(note.word(i));
            boolean unnamed = (kin && !bare)
                    || note.is(
                            i, "girls", "lads", "boys", "guys", "team", "kids", "folks", "parents", "him", "her", "them", "group", "choir", "crew", "gang", "committee", "cousins", "colleagues", "neighbours", "neighbors", "classmates", "hers", "theirs");
            boolean later = i >= contact.from() && !note.is(i + 1, "'s", "'");
            if (unnamed && later && i <= contact.to() + 6) {
                return true;
            }
        }
        return false;
    }

    /** "Anna met Tom in Berlin": people who met one another without the writer. */
    boolean isWithoutWriter(Statement statement, Found contact) {
        if (contact.way() == Way.GUEST || contact.way() == Way.PRESENT || contact.way() == Way.DEED || tellsOfMe(contact.from(), Math.min(statement.to(), contact.to() + 6))) {
            return false;
        }
        boolean other = isOthersDoing(statement.from(), contact.from());
        boolean towardsWriter = contact.way() != Way.IN_PERSON || note.is(contact.from(), "visited");
        return other && !(towardsWriter && !isPersonNext(contact.to()));
    }

    private boolean tellsOfMe(int from, int to) {
        for (int i = from; i < to; i++) {
            if (note.is(i, "me", "us", "i", "we")) {
                return true;
            }
        }
        return false;
    }

    private boolean isPersonNext(int at) {
        int next = note.is(at, "my", "his", "her", "their", "the", "up", "with", "to") ? at + 1 : at;
        return note.isPerson(next) || nouns.isRelationNoun(note.word(next));
    }

    /** Whether the nearest subject before the verb is somebody else. */
    private boolean isOthersDoing(int from, int verb) {
        for (int i = verb - 1; i >= from; i--) {
            if (note.dateAt(i) != null || note.isPart(i, "ADV", "AUX") || note.is(i, "had", "has", "have", "finally")) {
                continue;
            }
            if (note.is(i, "i", "we", "me", "us")) {
                return false;
            }
            if (note.isPerson(i)) {
                return !isListedWithWriter(i, from);
            }
            if (note.is(i, "he", "she", "they")) {
                return !note.is(i - 1, "and") || !note.is(i - 2, "i", "me", "we");
            }
            boolean noun = note.isPart(i, "NOUN") && !note.isNamed(i);
            return noun && note.isPart(i - 1, "DET", "PRON") && !note.is(i - 1, "this", "that");
        }
        return false;
    }

    /** "me, Raj and Anna", "I and Tom". */
    private boolean isListedWithWriter(int person, int from) {
        for (int i = person; i >= from; i--) {
            if (note.is(i, "i", "me", "we", "us")) {
                return true;
            }
            if (!note.isPerson(i) && !note.is(i, ",", "and", "&", "+")) {
                return false;
            }
        }
        return false;
    }

    /** "Søren's wife Aoife": Søren himself was not there. */
    private boolean isOwner(Mention mention) {
        int next = mention.to() + 1;
        return note.is(mention.to(), "'s", "'")
                && !note.isVerb(mention.to())
                && next < note.size()
                && note.token(next).isWord()
                && note.dateAt(next) == null
                && !note.isPart(next, "ADP", "SCONJ", "CCONJ")
                && !isHome(note.word(next))
                && !isShow(note.word(next))
                && !isHome(note.word(next + 1))
                && !note.is(next, "party", "wedding", "housewarming");
    }

    private boolean isApart(Mention mention) {
        return note.is(mention.from() - 1, "about", "from", "of", "like", "without", "than")
                && !note.is(
                        mention.from() - 2,
                        "message",
                        "call",
                        "letter",
                        "email",
                        "mail",
                        "text",
                        "heard",
                        "card",
                        "postcard",
                        "birthday",
                        "voicemail");
    }

    /** Before the contact's verb only its subject counts, with no other verb between. */
    private boolean isOther(Mention mention, Found contact) {
        for (int i = mention.to(); i < contact.from(); i++) {
            if (note.is(i, ".", ";", "that", "said", "says", "thinks", "heard")) {
                return true;
            }
        }
        return false;
    }
}
