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

    /** {@code told} is the first word of what is told. */
    @Nullable
    Subject of(Clause clause, int told, @Nullable Subject inherited, @Nullable Subject lastSubject) {
        if (hasOwnSubject(clause, told) || isAboutStranger(clause.from())) {
            return null;
        }
        if (inherited != null) {
            return inherited;
        }
        return !note.startsSentence(clause.from()) || isHeadless(clause.from()) || goesOn(clause.from())
                ? topic(clause.from(), lastSubject)
                : null;
    }

    /** "a woman who emigrates": whom the note only describes. */
    private boolean isAboutStranger(int from) {
        int who = note.is(from, "who") ? from : from - 1;
        return note.is(who, "who")
                && note.isPart(who - 1, "NOUN")
                && !note.isPerson(who - 1)
                && note.is(who - 2, "a", "an", "some", "the", "this", "young", "old");
    }

    /** "The owner retired": somebody is spoken of whom the note does not name. */
    private boolean hasOwnSubject(Clause clause, int told) {
        int at = told - 1;
        while (at >= clause.from() && (note.isVerb(at) || note.isPart(at, "ADV", "PART"))) {
            at--;
        }
        return note.isVerb(told)
                && at >= clause.from()
                && (note.isPart(at, "NOUN")
                        || isUnknownName(at)
                        || note.is(at, "it", "this", "that", "there", "someone", "everyone", "nobody"))
                && note.dateAt(at) == null;
    }

    /** "Alhaji Musa is being transferred": a name, though of nobody the note was found to name. */
    private boolean isUnknownName(int at) {
        return note.isPart(at, "PROPN") && note.isNamed(at) && cast.personAt(at) == null;
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

    /** "Lunch with Tom. Left Siemens in May.": a verb without its subject, once somebody was spoken of. */
    private boolean goesOn(int at) {
        boolean told = note.word(at).endsWith("ed") || note.word(at).endsWith("ing") || note.is(at, "left", "got");
        boolean auxiliary = note.is(at, "is", "was", "has", "had", "will", "might", "may", "used");
        return (told || auxiliary) && note.isVerb(at) && note.sentenceOf(at).index() > 0;
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
