package org.memoro.languagemodels.offline.meetings;

import java.util.ArrayList;
import java.util.List;
import org.memoro.languagemodels.offline.meetings.ContactPhrases.Found;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.people.Cast;
import org.memoro.languagemodels.offline.people.Mention;
import org.memoro.languagemodels.offline.people.Someone;
import org.memoro.languagemodels.offline.relations.RelationNouns;

/** Says who was beside the writer in something the writer did, since any verb may tell it and most people it names were not. */
final class BesideWriter {

    private static final String[] BESIDE = {
        "with",
        "w/",
        "w",
        "see",
        "visit",
        "meet",
        "beside",
        "opposite",
        "against",
        "alongside",
        "join",
        "help",
        "collect",
        "fetch",
        "surprise",
        "cheer",
        "watch",
        "congratulate",
        "welcome"
    };

    private final Note note;
    private final Cast cast;
    private final RelationNouns nouns;
    private final Occasions occasions;
    private final CompanyWords words;

    BesideWriter(Note note, Cast cast, MeetingWords words) {
        this.note = note;
        this.cast = cast;
        this.nouns = words.nouns();
        this.occasions = words.occasions();
        this.words = words.company();
    }

    /** Everybody whom the writer's deed puts beside the writer: "with Tom", "to see Tom", "Tom and I", "Tom's wedding". */
    List<Someone> in(Statement statement, Found deed, boolean faceToFace) {
        List<Someone> all = new ArrayList<>();
        for (int i = statement.from(); i < statement.to(); i++) {
            Someone person = cast.personStartingAt(i);
            Mention mention = cast.mentionAt(i);
            boolean beside = person != null
                    && mention != null
                    && !all.contains(person)
                    && (i < deed.from()
                            ? isListed(note, i, statement.from()) || isListedBefore(mention)
                            : isBeside(mention, deed) || (faceToFace && isObject(mention, deed)));
            if (beside) {
                all.add(person);
            }
        }
        return all;
    }

    /** "collected Tom from Gatwick", "toasted Tom and Lucy". */
    private boolean isObject(Mention mention, Found deed) {
        if (note.is(mention.to(), "'s", "'")) {
            return false;
        }
        for (int i = deed.to(); i < mention.from(); i++) {
            if (!note.isPerson(i)
                    && !note.is(i, "and", "&", ",", "my", "our", "old", "little")
                    && !nouns.isRelationNoun(note.word(i))) {
                return false;
            }
        }
        return true;
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
            return isHost(mention.to() + 1) || isInvitation(mention);
        }
        for (int i = mention.from() - 1; i > deed.from() - 1; i--) {
            if (note.is(i, BESIDE)) {
                return true;
            }
            boolean describing = note.isPerson(i)
                    || nouns.isRelationNoun(note.word(i))
                    || note.is(
                            i, ",", "and", "&", "+", "my", "our", "his", "her", "their", "'s", "the", "old", "(", ")")
                    || note.isPart(i, "ADJ", "NUM");
            if (!describing) {
                return false;
            }
        }
        return false;
    }

    /** "went to Anna's grihapravesham": whatever it is that somebody gives. */
    private boolean isInvitation(Mention mention) {
        int noun = mention.to() + 1;
        boolean to = note.is(mention.from() - 1, "to") || note.is(mention.from() - 2, "to");
        boolean ends = note.dateAt(noun + 1) != null
                || note.is(noun + 1, "in", "at", "on", ",", ".", "with", "and", "")
                || !note.sameSentence(noun, noun + 1);
        return to
                && ends
                && note.isPart(noun, "NOUN", "PROPN", "ADJ")
                && !nouns.isRelationNoun(note.word(noun))
                && !nouns.isKinTitle(note.word(noun));
    }

    /** "Anna's", "Anna's new flat", "Anna's traditional wedding". */
    private boolean isHost(int at) {
        int noun = at;
        while (note.isPart(noun, "ADJ", "NUM") && noun < at + 3) {
            noun++;
        }
        return noun >= note.size()
                || !note.token(noun).isWord()
                || note.dateAt(noun) != null
                || note.isPart(noun, "ADP")
                || occasions.wayOf(note.word(noun)) != null
                || occasions.wayOf(note.word(noun + 1)) != null
                || words.isHostsAt(note, noun);
    }

    /** "me, Raj and Anna", "I and Tom". */
    static boolean isListed(Note note, int person, int from) {
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
}
