package org.memoro.languagemodels.offline.people;

import org.memoro.languagemodels.offline.names.Gender;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.relations.RelationNouns;

/** How much somebody named before is in the reader's mind where a pronoun stands. */
final class Salience {

    /** A pronoun seldom reaches further back than this many sentences. */
    static final int REACH = 3;

    private final Note note;
    private final Cast cast;
    private final RelationNouns relationNouns;

    Salience(Note note, Cast cast, RelationNouns relationNouns) {
        this.note = note;
        this.cast = cast;
        this.relationNouns = relationNouns;
    }

    double of(Someone person, Mention last, int pronoun, Gender gender) {
        int distance =
                note.sentenceOf(pronoun).index() - note.sentenceOf(last.from()).index();
        if (distance > REACH) {
            return 0;
        }
        double salience = 1.0 - 0.2 * distance;
        if (isSubject(last)) {
            salience += 0.3;
        } else if (isCompany(last) || (isRelativeOf(pronoun) && isListedCompany(last))) {
            salience += 0.25;
        }
        if (isPossessor(last) && !isOwnerOfSeveral(last)) {
            salience -= 0.2;
        }
        if (isRelative(last)) {
            salience -= 0.2;
        }
        if (isOneOfSeveral(last)) {
            salience -= 0.5;
        }
        if (gender != Gender.UNKNOWN && person.gender() == gender) {
            salience += 0.2;
        }
        return distance == 0
                ? salience
                        + 0.02
                                * Math.min(
                                        5,
                                        last.from() - note.sentenceOf(pronoun).from())
                : salience;
    }

    private boolean isRelative(Mention mention) {
        return beforeRelationNoun(mention.from()) >= 0;
    }

    int beforeRelationNoun(int name) {
        int at = name - 1;
        if (note.is(at, ",")) {
            at--;
        }
        if (!relationNouns.isRelationNoun(note.word(at))) {
            return -1;
        }
        at--;
        while (relationNouns.isAdjective(note.word(at))) {
            at--;
        }
        return at;
    }

    private boolean isSubject(Mention mention) {
        int next = mention.to();
        while (note.isPart(next, "ADV") || note.is(next, "just", "also", "both", "finally")) {
            next++;
        }
        return note.isVerb(next) && !note.is(mention.from() - 1, "with", "to", "from", "for", "about", "of", "at");
    }

    /** "with Tom", "met my neighbour Colin". */
    private boolean isCompany(Mention mention) {
        int own = beforeRelationNoun(mention.from());
        int before = note.is(own, "my", "our") ? own - 1 : mention.from() - 1;
        return note.is(
                before, "with", "w/", "met", "saw", "called", "texted", "phoned", "visited", "to", "into", "emailed",
                "mailed");
    }

    /** "with Anna and Eva. Her son …": whose son it is, is not told by who was named first. */
    private boolean isListedCompany(Mention mention) {
        Mention first = note.is(mention.from() - 1, "and", "&", "+") ? cast.mentionAt(mention.from() - 2) : null;
        return first != null && isCompany(first);
    }

    private boolean isRelativeOf(int pronoun) {
        int noun = pronoun + 1;
        while (relationNouns.isAdjective(note.word(noun))) {
            noun++;
        }
        return note.is(pronoun, "his", "her") && relationNouns.nounEnd(note, noun) > 0;
    }

    /** A relative listed with others, as in "his kids Ida and Leo", is seldom the one spoken of next. */
    private boolean isOneOfSeveral(Mention mention) {
        boolean before = note.is(mention.from() - 1, "and", "&") && cast.personEndingAt(mention.from() - 1) != null;
        boolean after = note.is(mention.to(), "and", "&") && cast.personStartingAt(mention.to() + 1) != null;
        Mention first = before ? cast.mentionAt(mention.from() - 2) : mention;
        return (before || after) && first != null && isRelative(first);
    }

    /** "Andy's kids say hi. His …": what is told of his family is told of Andy. */
    private boolean isOwnerOfSeveral(Mention mention) {
        int noun = mention.to() + 1;
        while (relationNouns.isAdjective(note.word(noun))) {
            noun++;
        }
        return relationNouns.isPlural(note.word(noun));
    }

    private boolean isPossessor(Mention mention) {
        return note.is(mention.to(), "'s", "'");
    }
}
