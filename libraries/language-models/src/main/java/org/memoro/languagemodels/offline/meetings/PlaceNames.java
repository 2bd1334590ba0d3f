package org.memoro.languagemodels.offline.meetings;

import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.note.Sentence;
import org.memoro.languagemodels.offline.people.Cast;
import org.memoro.languagemodels.offline.people.Mention;

/** Tells where the name of a place starts and ends, and keeps people's names out of it. */
final class PlaceNames {

    private final PlaceWords words;
    private final Note note;
    private final Cast cast;

    PlaceNames(PlaceWords words, Note note, Cast cast) {
        this.words = words;
        this.note = note;
        this.cast = cast;
    }

    /** The name at tokens {@code from} to {@code to} (exclusive); whether a word of it tells of a venue. */
    record Name(int from, int to, boolean hasVenueWord) {

        int length() {
            return to - from;
        }
    }

    /** The name that starts at this token, behind an article at most; null when none does. */
    @Nullable
    Name at(int token, int limit) {
        int start = note.is(token, "the", "a", "an", "our", "der", "die", "das") ? token + 1 : token;
        if (words.isHead(note.word(start))
                && !note.token(Math.min(start, note.size() - 1)).isCapitalised()) {
            start++;
        }
        if (start >= limit || note.dateAt(start) != null) {
            return null;
        }
        Mention person = cast.mentionAt(start);
        if (person != null) {
            return namedAfter(person, start, limit);
        }
        if (!note.isNamed(start) || (words.isNone(note.word(start)) && !note.isNamed(start + 1))) {
            return null;
        }
        Name name = spanning(start, end(start + 1, limit));
        return isHome(name) ? null : name;
    }

    /** "at Nadia's place", "over at Marek's", "at the Levys' table": somebody's home has no name. */
    private boolean isHome(Name name) {
        boolean belongs = note.is(name.to(), "'s", "'") && isBelonging(name.to() + 1);
        boolean firstName = name.length() == 2
                && note.is(name.to() - 1, "'s")
                && words.isFirstName(note.word(name.from()))
                && !words.isWellKnown(note.word(name.from()) + "s");
        boolean family = note.is(name.from() - 1, "the")
                && note.is(name.to(), "'", "’")
                && note.word(name.to() - 1).endsWith("s");
        return belongs || firstName || family;
    }

    /** "to Ronnie Scott's", "at Lady Marmalade": a full name that no contact bears, where nobody could be. */
    private boolean isBearerless(Mention person, int start) {
        boolean venue = note.is(start - 1, "at", "@") || note.is(person.to(), "'s");
        boolean owns = note.is(person.to(), "'s")
                && note.isPart(person.to() + 1, "NOUN")
                && note.dateAt(person.to() + 1) == null;
        return person.to() - person.from() > 1
                && person.contactIds().isEmpty()
                && note.is(start - 1, "at", "@", "to")
                && venue
                && !owns
                && !words.isTitle(note.word(start));
    }

    /** "Griffith Park", "St Thomas' Hospital": a venue that bears a person's name; "Tom's" alone is none. */
    private @Nullable Name namedAfter(Mention person, int start, int limit) {
        if (person.from() != start) {
            return null;
        }
        boolean insideVenue = false;
        for (int i = start + 1; i < person.to(); i++) {
            insideVenue |= words.isVenue(note.word(i));
        }
        int next = note.is(person.to(), "'s", "'", "’") ? person.to() + 1 : person.to();
        int end = next < limit && isFree(next) ? end(next + 1, limit) : next;
        if (end > next && spanning(next, end).hasVenueWord()) {
            return spanning(start, end);
        }
        if (insideVenue) {
            return spanning(start, person.to());
        }
        if (isBearerless(person, start)) {
            return spanning(start, next);
        }
        boolean town = words.isTown(note, start) && person.to() - start == 1 && note.is(start - 1, "in");
        return town ? spanning(start, start + 1) : null;
    }

    private Name spanning(int from, int to) {
        boolean venue = false;
        for (int i = from; i < to; i++) {
            venue |= words.isVenue(note.word(i));
        }
        return new Name(from, to, venue);
    }

    private int end(int from, int limit) {
        int end = from;
        while (end < limit && note.dateAt(end) == null) {
            int next = afterPart(end, limit);
            if (next == end) {
                break;
            }
            end = next;
        }
        return end;
    }

    /** The token after the next part of the name; the same token where the name is over. */
    private int afterPart(int at, int limit) {
        if (note.is(at, "'s")) {
            return isBelonging(at + 1) ? at : at + 1;
        }
        if (note.is(at, "'", "’")) {
            return note.isNamed(at + 1) && at + 1 < limit ? at + 2 : at;
        }
        if (note.is(at, "&", "+") && isFree(at + 1) && at + 1 < limit) {
            return at + 2;
        }
        if (note.is(at, ".") && note.is(at - 1, "co", "bros", "inc") && at + 1 >= limit) {
            return at + 1;
        }
        if (note.is(at, "and") && note.is(at - 2, "the") && isFree(at + 1) && at + 1 < limit) {
            return at + 2; // "the Slug and Lettuce"
        }
        if (note.token(at).isNumber()) {
            return isNumbered(at) ? at + 1 : at;
        }
        if (isFree(at)) {
            return at + 1;
        }
        boolean which = note.is(at, "central", "main", "bus", "train", "railway", "international", "city");
        if (which && at + 1 < limit && words.isVenue(note.word(at + 1))) {
            return at + 2;
        }
        boolean kind = note.isPart(at, "NOUN", "PROPN") && words.isVenue(note.word(at)) && cast.personAt(at) == null;
        if (kind) {
            return at + 1;
        }
        boolean joint = words.isParticle(note.word(at))
                || note.is(at, "am", "im", "an", "beim", "of", "zum", "zur", "on", "by");
        boolean the = note.is(at + 1, "the", "la", "les", "der", "den");
        int rest = the ? at + 2 : at + 1;
        boolean place = note.is(at, "on", "by") ? words.isVenue(note.word(rest)) : isFree(rest);
        return joint && rest < limit && place && isFree(rest) ? rest + 1 : at;
    }

    private boolean isFree(int at) {
        return note.isNamed(at) && note.token(at).isWord() && note.dateAt(at) == null && cast.personAt(at) == null;
    }

    /** "at the Millers's place", "at Noma's opening party": what belongs to a name is not its place. */
    private boolean isBelonging(int at) {
        return note.is(
                at,
                "place",
                "house",
                "flat",
                "home",
                "apartment",
                "garden",
                "party",
                "wedding",
                "birthday",
                "funeral",
                "parents");
    }

    /** "Pier 3", "at Pho 79", and not "at Nopi 19:30" or "at Nopi 12 people". */
    private boolean isNumbered(int number) {
        boolean kind = note.is(
                number - 1, "pier", "terminal", "studio", "gate", "platform", "club", "bar", "level", "route", "cafe");
        boolean closed = note.is(number + 1, "", ".", ",", "with", "w/", "w", "in", "on", "and", "!", ";", ")")
                || note.dateAt(number + 1) != null;
        int digits = note.token(number).text().length();
        return kind || (closed && digits > 1 && digits < 4 && note.is(number - 2, "at", "@"));
    }

    /** A name typed in lower case: a well-known chain, a kind of venue with its own word before it, or any word behind "@". */
    @Nullable
    Name lowerCaseAt(int token, int limit) {
        int start = note.is(token, "the") ? token + 1 : token;
        if (start >= limit
                || !note.token(start).isWord()
                || note.dateAt(start) != null
                || cast.personAt(start) != null) {
            return null;
        }
        int known = words.afterWellKnown(note, start);
        if (known > start) {
            return new Name(start, known, true);
        }
        if (!isWrittenInLowerCase(note.sentenceOf(start))) {
            return null;
        }
        boolean kindFollows =
                start + 1 < limit && words.isVenue(note.word(start + 1)) && cast.personAt(start + 1) == null;
        if (kindFollows && !words.isModifier(note.word(start)) && !words.isVenue(note.word(start))) {
            return new Name(start, start + 2, true);
        }
        boolean only =
                note.is(token - 1, "@", "at") && !words.isNone(note.word(start)) && !words.isVenue(note.word(start));
        boolean article = start > token && !note.is(token - 1, "@");
        return only && !article && !words.isModifier(note.word(start)) && endsThere(start + 1, limit)
                ? new Name(start, start + 1, false)
                : null;
    }

    private boolean endsThere(int at, int limit) {
        return at >= limit
                || note.dateAt(at) != null
                || !note.token(at).isWord()
                || note.is(at, "with", "w/", "w", "in", "on", "and", "for", "after", "before", "at");
    }

    private boolean isWrittenInLowerCase(Sentence sentence) {
        for (int i = sentence.from(); i < sentence.to(); i++) {
            if (note.token(i).isCapitalised() && !note.token(i).text().equals("I") && note.dateAt(i) == null) {
                return false;
            }
        }
        return true;
    }
}
