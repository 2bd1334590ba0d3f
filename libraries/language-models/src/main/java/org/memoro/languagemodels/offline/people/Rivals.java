package org.memoro.languagemodels.offline.people;

import org.memoro.languagemodels.offline.names.Gender;
import org.memoro.languagemodels.offline.note.Note;

/** Says where somebody named later than the one a pronoun seems to mean may be meant as well. */
public final class Rivals {

    private final Note note;
    private final Cast cast;

    public Rivals(Note note, Cast cast) {
        this.note = note;
        this.cast = cast;
    }

    /** "Anna met Tom's mother Joan. Her sister …", "rang Anna about Eva. Her father …". */
    public boolean has(Someone meant, int pronoun) {
        Gender gender = Antecedents.genderOf(note, pronoun);
        Mention chosen = meant.lastMentionBefore(pronoun);
        if (gender == null || chosen == null || note.sameSentence(chosen.from(), pronoun)) {
            return false;
        }
        return cast.people().stream()
                .filter(person -> !person.equals(meant) && person.gender() == gender)
                .map(person -> person.lastMentionBefore(pronoun))
                .anyMatch(rival -> rival != null && isLater(rival, chosen, pronoun));
    }

    /** In the same sentence, right before the one of the pronoun, and not in a list with others. */
    private boolean isLater(Mention rival, Mention chosen, int pronoun) {
        int sentences =
                note.sentenceOf(pronoun).index() - note.sentenceOf(rival.from()).index();
        return rival.from() > chosen.from()
                && sentences == 1
                && note.sameSentence(rival.from(), chosen.from())
                && !note.is(rival.from() - 1, "and", "&", "+");
    }
}
