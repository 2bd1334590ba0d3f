package org.memoro.languagemodels.offline.meetings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.InteractionDate;
import org.memoro.languagemodels.Extraction.Place;
import org.memoro.languagemodels.offline.meetings.ContactPhrases.Found;
import org.memoro.languagemodels.offline.meetings.ContactPhrases.Way;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.note.Sentence;
import org.memoro.languagemodels.offline.people.Cast;
import org.memoro.languagemodels.offline.people.Someone;

/** Reads what a sentence of one note tells of a contact, by its headline, a phrase for it, or what the writer did. */
final class ReadContact {

    private final MeetingWords words;
    private final Note note;
    private final Cast cast;
    private final Company company;
    private final BesideWriter besideWriter;
    private final MeetingDates dates;

    ReadContact(MeetingWords words, Note note, Cast cast) {
        this.words = words;
        this.note = note;
        this.cast = cast;
        this.company = new Company(note, cast, words.nouns(), words.company());
        this.besideWriter = new BesideWriter(note, cast, words);
        this.dates = new MeetingDates(note);
    }

    /** What is told of a contact; only a setting when nobody is said to have been there. */
    record Told(Meeting meeting, Way way, boolean isOnlySetting) {

        boolean isInPerson() {
            return way != Way.REMOTE;
        }
    }

    @Nullable
    Told in(Sentence sentence, boolean inSetting) {
        if (note.is(sentence.to() - 1, "?")) {
            return null;
        }
        Found headline = words.headlines().in(note, sentence);
        Found contact = words.contacts().firstIn(note, sentence.from(), sentence.to(), inSetting);
        boolean isHeadline = headline != null && (contact == null || headline.from() <= contact.from());
        Found told = isHeadline ? headline : contact;
        Told read = told == null ? null : readFrom(sentence, told, isHeadline, inSetting);
        if (read != null && !read.isOnlySetting()) {
            return read;
        }
        Found deed = words.deeds().firstIn(note, sentence.from(), sentence.to());
        Told done = deed == null ? null : read(sentence, deed, false);
        return done == null || (done.isOnlySetting() && read != null) ? read : done;
    }

    /** "Tom told me about Japan over lunch at Nopi": what the next phrase of the sentence adds on when and where. */
    private @Nullable Told readFrom(Sentence sentence, Found told, boolean isHeadline, boolean inSetting) {
        Told read = read(sentence, told, isHeadline);
        if (read == null || read.isOnlySetting() || !read.meeting().isNowhere()) {
            return read;
        }
        Found next = words.contacts().firstIn(note, told.to(), sentence.to(), inSetting);
        Told more = next == null || next.way() == Way.REMOTE ? null : read(sentence, next, false);
        return more == null ? read : new Told(read.meeting().joined(more.meeting()), read.way(), false);
    }

    /** "She sang on Sunday in St Peter. Afterwards mulled wine with her": the day of the sentence before. */
    @Nullable
    Setting before(Sentence sentence) {
        if (sentence.index() == 0 || !note.is(sentence.from(), "afterwards", "afterward", "after", "then", "later")) {
            return null;
        }
        Sentence earlier = note.sentences().get(sentence.index() - 1);
        Statement statement = new Statement(earlier.from(), earlier.to());
        InteractionDate date = dates.of(statement, new Found(Way.DEED, earlier.from(), earlier.from() + 1, false));
        return date == null || !date.date().contains("-") ? null : new Setting(earlier.index(), date, null);
    }

    private @Nullable Told read(Sentence sentence, Found told, boolean isHeadline) {
        Statement statement = Statement.of(note, cast, told, sentence);
        if (isDenied(statement, told)
                || dates.isYearsAgo(statement)
                || dates.isAhead(statement, told, isHeadline && !tellsPast(statement))
                || (!isHeadline && company.isWithoutWriter(statement, told))) {
            return null;
        }
        List<Someone> participants = told.way() == Way.DEED
                ? besideWriter.in(statement, told, words.deeds().isFaceToFace(note, told))
                : company.in(statement, told);
        Meeting meeting = new Meeting(participants, dates.of(statement, told), place(statement, told));
        boolean gathering = isHeadline && told.way() == Way.IN_PERSON;
        boolean somebody = !participants.isEmpty() || gathering || isThere(statement, told, meeting);
        return somebody || isPresence(told) ? new Told(meeting, told.way(), !somebody) : null;
    }

    private boolean isThere(Statement statement, Found told, Meeting meeting) {
        boolean located = told.way() != Way.DEED || meeting.place() != null;
        return located && company.isThereIn(statement, told);
    }

    private static boolean isPresence(Found told) {
        return told.way() == Way.DEED || told.way() == Way.IN_PERSON;
    }

    private boolean isDenied(Statement statement, Found told) {
        return words.contacts()
                        .isBlocked(note, statement.from(), Math.min(statement.to(), told.to() + 1), statement.to())
                || note.is(told.from() - 1, "no", "without");
    }

    private @Nullable Place place(Statement statement, Found told) {
        if (told.way() == Way.REMOTE || isOnThePhone(told.from(), statement.to())) {
            return null;
        }
        Place place =
                words.findPlace().in(note, cast, statement.from(), beforeTopic(statement, told), !tellsPast(statement));
        return told.way() == Way.EITHER ? FindPlace.venueOnly(place) : place;
    }

    /** "talked about his trip to Japan": places of what was talked of are not where it was. */
    private int beforeTopic(Statement statement, Found told) {
        for (int i = told.from(); i < statement.to(); i++) {
            if (note.is(i, "about", "re", "regarding")) {
                return i;
            }
        }
        return statement.to();
    }

    private boolean tellsPast(Statement statement) {
        for (int i = statement.from(); i < statement.to(); i++) {
            if (words.inflections().isPast(note.word(i)) && note.isPart(i, "VERB", "AUX")) {
                return true;
            }
        }
        return false;
    }

    private boolean isOnThePhone(int from, int to) {
        for (int i = from; i < to; i++) {
            if (note.is(i, "phone", "zoom", "skype", "facetime", "online", "call", "teams", "whatsapp")) {
                return true;
            }
        }
        return false;
    }
}
