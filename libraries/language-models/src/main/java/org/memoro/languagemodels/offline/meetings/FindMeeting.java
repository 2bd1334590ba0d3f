package org.memoro.languagemodels.offline.meetings;

import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.offline.meetings.ReadContact.Told;
import org.memoro.languagemodels.offline.names.Gazetteer;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.note.Sentence;
import org.memoro.languagemodels.offline.people.Cast;
import org.memoro.languagemodels.offline.relations.RelationNouns;

/** Finds who the writer met or reached, when, and where; plans and failed attempts are no meetings. */
public final class FindMeeting {

    private final MeetingWords words;

    public FindMeeting(Gazetteer gazetteer, RelationNouns nouns) {
        this.words = new MeetingWords(gazetteer, nouns);
    }

    public Meeting in(Note note, Cast cast) {
        ReadContact contact = new ReadContact(words, note, cast);
        Meeting meeting = Meeting.none();
        Setting setting = null;
        for (Sentence sentence : note.sentences()) {
            Told told = contact.in(sentence, setting != null && setting.holdsFor(sentence.index()));
            if (told == null) {
                continue;
            }
            if (told.isOnlySetting()) {
                setting = new Setting(
                        sentence.index(), told.meeting().date(), told.meeting().place());
            } else {
                Setting before = setting == null && told.meeting().date() == null ? contact.before(sentence) : setting;
                meeting = meeting.joined(placed(told, before, sentence));
            }
        }
        meeting = meeting.isNowhere() ? wired(contact, note).joined(meeting) : meeting;
        Setting heading = words.headings().of(note, cast);
        return heading == null || meeting.isNone() ? meeting : heading.of(meeting);
    }

    /** What the bits of a telegram tell together, where no sentence alone tells when or where. */
    private Meeting wired(ReadContact contact, Note note) {
        Sentence bits = words.telegram().in(note);
        Told told = bits == null ? null : contact.in(bits, false);
        return told == null || told.isOnlySetting() ? Meeting.none() : told.meeting();
    }

    private static Meeting placed(Told told, @Nullable Setting setting, Sentence sentence) {
        return setting != null && setting.holdsFor(sentence.index()) && told.isInPerson()
                ? setting.of(told.meeting())
                : told.meeting();
    }
}
