package org.memoro.languagemodels.offline.meetings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.Place;
import org.memoro.languagemodels.offline.meetings.ContactPhrases.Found;
import org.memoro.languagemodels.offline.meetings.ContactPhrases.Way;
import org.memoro.languagemodels.offline.names.Gazetteer;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.note.Sentence;
import org.memoro.languagemodels.offline.people.Cast;
import org.memoro.languagemodels.offline.people.Someone;
import org.memoro.languagemodels.offline.phrases.Inflections;
import org.memoro.languagemodels.offline.phrases.PhraseWords;
import org.memoro.languagemodels.offline.relations.RelationNouns;

/** Finds who the writer met or reached, when, and where; plans and failed attempts are no meetings. */
public final class FindMeeting {

    private final ContactPhrases contacts;
    private final Headlines headlines;
    private final FindPlace findPlace;
    private final RelationNouns nouns;
    private final Inflections inflections;

    public FindMeeting(Gazetteer gazetteer, RelationNouns nouns) {
        PhraseWords words = new PhraseWords();
        this.contacts = new ContactPhrases(words);
        this.inflections = words.inflections();
        this.headlines = new Headlines(inflections);
        this.findPlace = new FindPlace(gazetteer, nouns);
        this.nouns = nouns;
    }

    public Meeting in(Note note, Cast cast) {
        Search search = new Search(note, cast);
        Meeting meeting = Meeting.none();
        for (Sentence sentence : note.sentences()) {
            Meeting told = search.toldIn(sentence);
            meeting = told == null ? meeting : meeting.joined(told);
        }
        return meeting;
    }

    /** The search through one note. */
    private final class Search {

        private final Note note;
        private final Cast cast;
        private final Company company;
        private final MeetingDates dates;

        private Search(Note note, Cast cast) {
            this.note = note;
            this.cast = cast;
            this.company = new Company(note, cast, nouns);
            this.dates = new MeetingDates(note);
        }

        private @Nullable Meeting toldIn(Sentence sentence) {
            Found headline = headlines.in(note, sentence);
            Found contact = contacts.firstIn(note, sentence.from(), sentence.to());
            boolean isHeadline = headline != null && (contact == null || headline.from() <= contact.from());
            Found told = isHeadline ? headline : contact;
            if (told == null || note.is(sentence.to() - 1, "?")) {
                return null;
            }
            Statement statement = Statement.of(note, cast, told, sentence);
            boolean denied =
                    contacts.isBlocked(note, statement.from(), Math.min(statement.to(), told.to() + 1), statement.to())
                            || note.is(told.from() - 1, "no", "without");
            if (denied
                    || dates.isYearsAgo(statement)
                    || dates.isAhead(statement, told, isHeadline && !tellsPast(statement))
                    || (!isHeadline && company.isWithoutWriter(statement, told))) {
                return null;
            }
            List<Someone> participants = company.in(statement, told);
            boolean gathering = isHeadline && told.way() == Way.IN_PERSON;
            if (participants.isEmpty() && !gathering && !company.isThereIn(statement, told)) {
                return null;
            }
            return new Meeting(participants, dates.of(statement, sentence, told), place(statement, told));
        }

        private @Nullable Place place(Statement statement, Found told) {
            if (told.way() == Way.REMOTE || isOnThePhone(told.from(), statement.to())) {
                return null;
            }
            Place place =
                    findPlace.in(note, cast, statement.from(), beforeTopic(statement, told), !tellsPast(statement));
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
                if (inflections.isPast(note.word(i)) && note.isPart(i, "VERB", "AUX")) {
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
}
