package org.memoro.languagemodels.offline.meetings;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.InteractionDate;
import org.memoro.languagemodels.dates.DatePhrase;
import org.memoro.languagemodels.offline.names.Gazetteer;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.note.Sentence;
import org.memoro.languagemodels.offline.people.Cast;
import org.memoro.languagemodels.offline.people.Mention;
import org.memoro.languagemodels.offline.people.Someone;

/** Finds who the writer met or reached, when, and where; plans and failed attempts are no meetings. */
public final class FindMeeting {

    private static final double DATE_CONFIDENCE = 0.9;

    private final ContactPhrases contacts = new ContactPhrases();
    private final FindPlace findPlace;

    public FindMeeting(Gazetteer gazetteer) {
        this.findPlace = new FindPlace(gazetteer);
    }

    public Meeting in(Note note, Cast cast) {
        Meeting meeting = Meeting.none();
        for (Sentence sentence : note.sentences()) {
            Meeting told = toldIn(note, cast, sentence);
            if (told != null) {
                meeting = joined(meeting, told);
            }
        }
        return meeting;
    }

    private static Meeting joined(Meeting first, Meeting next) {
        if (first.participants().isEmpty()) {
            return next;
        }
        List<Someone> all = new ArrayList<>(first.participants());
        next.participants().stream().filter(person -> !all.contains(person)).forEach(all::add);
        return new Meeting(all, first.date(), first.place());
    }

    private @Nullable Meeting toldIn(Note note, Cast cast, Sentence sentence) {
        ContactPhrases.Found contact = contacts.firstIn(note, sentence.from(), sentence.to());
        if (contact == null) {
            contact = Headlines.in(note, sentence);
        }
        if (contact == null || note.is(sentence.to() - 1, "?")) {
            return null;
        }
        int end = endOfStatement(note, cast, contact, sentence);
        if (contacts.isBlocked(note, sentence.from(), Math.min(end, contact.to() + 1))
                || isAhead(note, sentence.from(), end)) {
            return null;
        }
        List<Someone> participants = participants(note, cast, contact, sentence, end);
        if (participants.isEmpty()) {
            return null;
        }
        boolean remote = contact.way() != ContactPhrases.Way.IN_PERSON || isOnThePhone(note, contact.from(), end);
        return new Meeting(
                participants,
                date(note, sentence, contact, end),
                remote ? null : findPlace.in(note, cast, sentence.from(), end));
    }

    private static boolean isOnThePhone(Note note, int from, int to) {
        for (int i = from; i < to; i++) {
            if (note.is(i, "phone", "zoom", "skype", "facetime", "online")) {
                return true;
            }
        }
        return false;
    }

    /** The contact's own statement ends where another one starts: at a semicolon, a colon, or a comma or "and" before a verb. */
    private static int endOfStatement(Note note, Cast cast, ContactPhrases.Found contact, Sentence sentence) {
        for (int i = contact.to(); i < sentence.to(); i++) {
            if (note.is(i, "(")) {
                i = afterBracket(note, i, sentence.to());
            }
            if (note.is(i, ":") && cast.personStartingAt(i + 1) != null && !verbFollows(note, i + 1, sentence.to())) {
                continue; // "Dinner with the Bianchis: Giulia, Marco and little Sofia"
            }
            if (note.is(i, ";", ":", "who", "which", "that", "because", "so", "but", "before", "while")
                    && note.dateAt(i) == null
                    && cast.personAt(i) == null) {
                return i;
            }
            if (note.is(i, ",", "and", "-", "–", "—")
                    && note.dateAt(i) == null
                    && verbFollows(note, i + 1, sentence.to())) {
                return i;
            }
        }
        return sentence.to();
    }

    private static int afterBracket(Note note, int open, int to) {
        for (int i = open; i < to; i++) {
            if (note.is(i, ")")) {
                return i + 1;
            }
        }
        return open;
    }

    private static boolean verbFollows(Note note, int from, int to) {
        for (int i = from; i < to && i < from + 7; i++) {
            if (note.is(i, ",", ";", "and", ":")) {
                return false;
            }
            if (note.isVerb(i) && note.dateAt(i) == null) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAhead(Note note, int from, int to) {
        for (int i = from; i < to; i++) {
            DatePhrase date = note.dateAt(i);
            if (date != null && date.isOnlyAhead(note.today())) {
                return true;
            }
        }
        return false;
    }

    private static List<Someone> participants(
            Note note, Cast cast, ContactPhrases.Found contact, Sentence sentence, int end) {
        List<Someone> participants = new ArrayList<>();
        boolean aside = false;
        for (int i = sentence.from(); i < end; i++) {
            if (i > contact.from() && note.is(i, "about", "re", "regarding", "because", "whether")) {
                aside = true;
            }
            Someone person = cast.personStartingAt(i);
            Mention mention = cast.mentionAt(i);
            if (person == null || mention == null || aside || participants.contains(person)) {
                continue;
            }
            if (!isOwner(note, mention)
                    && !isApart(note, mention)
                    && !(mention.from() < contact.from() && isOther(note, mention, contact))) {
                participants.add(person);
            }
        }
        return participants;
    }

    /** "Søren's wife Aoife": Søren himself was not there. */
    private static boolean isOwner(Note note, Mention mention) {
        return note.is(mention.to(), "'s", "'")
                && !note.isVerb(mention.to())
                && note.token(Math.min(mention.to() + 1, note.size() - 1)).isWord()
                && mention.to() + 1 < note.size()
                && note.dateAt(mention.to() + 1) == null
                && !note.is(mention.to() + 1, "place", "house", "flat", "party", "birthday", "wedding", "housewarming");
    }

    private static boolean isApart(Note note, Mention mention) {
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
    private static boolean isOther(Note note, Mention mention, ContactPhrases.Found contact) {
        for (int i = mention.to(); i < contact.from(); i++) {
            if (note.is(i, ".", ";", "that", "said", "says", "thinks", "heard")) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable InteractionDate date(Note note, Sentence sentence, ContactPhrases.Found contact, int end) {
        DatePhrase best = null;
        for (int i = sentence.from(); i < end; i++) {
            DatePhrase date = note.dateAt(i);
            if (date != null && !date.equals(best) && isOfContact(note, date, contact)) {
                boolean nearer = best == null
                        || (best.start() < note.token(contact.from()).start()
                                && date.start() > best.start()
                                && date.isDay()
                                && !best.isDay());
                best = nearer ? date : best;
            }
        }
        if (best == null) {
            best = heading(note, sentence);
        }
        if (best == null || best.behind().first().isAfter(note.today())) {
            return null;
        }
        int from = note.firstToken(best);
        int to = note.endOf(best);
        return new InteractionDate(best.behind().toString(), note.evidence(from, to), DATE_CONFIDENCE, false);
    }

    private static boolean isOfContact(Note note, DatePhrase date, ContactPhrases.Found contact) {
        int from = note.firstToken(date);
        boolean visit = note.is(from - 1, "by") && note.is(from - 2, "came", "dropped", "stopped", "popped", "swung");
        if (!visit && note.is(from - 1, "until", "till", "since", "before", "after", "by", "due", "from", "of")) {
            return false;
        }
        for (int i = Math.max(0, from - 4); i < from; i++) {
            if (note.is(i, "birthday", "bday", "born", "anniversary")
                    && (i == from - 1 || note.is(i + 1, "is", "was", "on", "falls", ":", "'s"))) {
                return false;
            }
        }
        for (int i = Math.min(contact.from(), from); i < from; i++) {
            if (note.is(i, "about", "re", "regarding", "for", "started", "starting", "born", "turned", "moved")
                    && !(note.is(i, "for") && i < contact.to() + 3 && note.isNamed(i + 1))) {
                boolean purpose = note.is(i, "for")
                        && note.dateAt(i + 1) == null
                        && !note.is(i + 1, "the", "his", "her", "their", "our", "my", "next", "this");
                return purpose
                        || note.is(
                                i + 1,
                                "coffee",
                                "lunch",
                                "dinner",
                                "a",
                                "drinks",
                                "beer",
                                "breakfast",
                                "brunch",
                                "raclette",
                                "tea");
            }
        }
        return true;
    }

    /** A date alone on the line or in the sentence before, as in a diary. */
    private static @Nullable DatePhrase heading(Note note, Sentence sentence) {
        if (sentence.index() == 0) {
            return null;
        }
        Sentence before = note.sentences().get(sentence.index() - 1);
        DatePhrase date = note.dateAt(before.from());
        if (date == null || before.index() > 0) {
            return null;
        }
        for (int i = before.from(); i < before.to(); i++) {
            if (!date.equals(note.dateAt(i)) && note.token(i).isWord()) {
                return null;
            }
        }
        return date;
    }
}
