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
    private final CompanyWords words;

    Company(Note note, Cast cast, RelationNouns nouns, CompanyWords words) {
        this.note = note;
        this.cast = cast;
        this.nouns = nouns;
        this.words = words;
        this.antecedents = new Antecedents(note, cast, nouns);
    }

    /** Everybody of the statement who took part: the named, or whom "we" and "her" stand for. */
    List<Someone> in(Statement statement, Found contact) {
        List<Someone> named = named(statement, contact);
        return named.isEmpty() ? meant(statement, contact) : named;
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
            if (words.isAll(note.word(i))) {
                return true;
            }
            boolean bare = !note.token(i).isCapitalised() && note.is(i - 1, "with", "w/", "called", "to", "met", "saw");
            boolean kin = nouns.isRelationNoun(note.word(i)) || nouns.isKinTitle(note.word(i));
            boolean household = note.is(i - 2, "with", "w/")
                    && note.is(i - 1, "the")
                    && note.isNamed(i)
                    && note.word(i).endsWith("s");
            boolean unnamed = (kin && !bare) || household || words.isGroup(note.word(i));
            if (kin && contact.way() == Way.REMOTE && i < contact.from() && i >= contact.from() - 2) {
                return note.startsSentence(i) || note.is(i - 1, "my", "our");
            }
            boolean later = i >= contact.from() && !note.is(i + 1, "'s", "'");
            if (unnamed && later && i <= contact.to() + 6) {
                return true;
            }
        }
        return false;
    }

    /** "Anna met Tom in Berlin": people who met one another without the writer. */
    boolean isWithoutWriter(Statement statement, Found contact) {
        if (contact.way() == Way.GUEST
                || contact.way() == Way.PRESENT
                || contact.way() == Way.DEED
                || tellsOfMe(contact.from(), Math.min(statement.to(), contact.to() + 6))) {
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
            if (note.is(i, "and", "then") && i == verb - 1) {
                return isConjunctOfOthers(from, i);
            }
            if (note.isPerson(i)) {
                return !BesideWriter.isListed(note, i, from);
            }
            if (note.is(i, "he", "she", "they")) {
                return !note.is(i - 1, "and") || !note.is(i - 2, "i", "me", "we");
            }
            boolean noun = note.isPart(i, "NOUN") && !note.isNamed(i);
            return noun && note.isPart(i - 1, "DET", "PRON") && !note.is(i - 1, "this", "that");
        }
        return false;
    }

    /** "Pat has sold up and gone to live with Craig": the subject of the verb before is that of the next. */
    private boolean isConjunctOfOthers(int from, int and) {
        for (int i = and - 1; i >= from; i--) {
            if (note.is(i, "i", "we", "me")) {
                return false;
            }
            boolean subject = note.isPerson(i) || note.is(i, "he", "she", "they");
            if (subject && note.isVerb(i + 1) && note.dateAt(i + 1) == null) {
                return !BesideWriter.isListed(note, i, from);
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
                && !words.isHostsAt(note, next)
                && !words.isShow(note.word(next));
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
