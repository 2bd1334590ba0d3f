package org.memoro.languagemodels.offline.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.offline.facts.Subjects.Subject;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.people.Cast;
import org.memoro.languagemodels.offline.people.Someone;
import org.memoro.languagemodels.offline.phrases.Clause;

/** Notes leave the subject out: it is the one of the clause before, or the person the writer has just met. */
final class DroppedSubjects {

    private final Note note;
    private final Cast cast;
    private final List<Someone> participants;

    DroppedSubjects(Note note, Cast cast, List<Someone> participants) {
        this.note = note;
        this.cast = cast;
        this.participants = participants;
    }

    @Nullable
    Subject of(Clause clause, @Nullable Subject inherited, @Nullable Subject lastSubject) {
        if (inherited != null) {
            return inherited;
        }
        return !note.startsSentence(clause.from()) || isHeadless(clause.from())
                ? topic(clause.from(), lastSubject)
                : null;
    }

    private boolean isHeadless(int at) {
        return note.is(
                        at,
                        "new",
                        "no",
                        "divorced",
                        "pregnant",
                        "engaged",
                        "married",
                        "retired",
                        "still",
                        "now",
                        "wants",
                        "currently",
                        "recently",
                        "apparently",
                        "both",
                        "just")
                || (note.word(at).endsWith("s") && note.isPart(at, "VERB"))
                || note.isPart(at, "NOUN", "ADJ", "DET", "PROPN");
    }

    private @Nullable Subject topic(int at, @Nullable Subject lastSubject) {
        if (participants.size() == 1) {
            return new Subject(participants, false, at, true);
        }
        if (cast.people().size() == 1) {
            return new Subject(cast.people(), false, at, true);
        }
        return lastSubject != null && lastSubject.people().size() == 1
                ? new Subject(lastSubject.people(), false, at, true)
                : null;
    }
}
