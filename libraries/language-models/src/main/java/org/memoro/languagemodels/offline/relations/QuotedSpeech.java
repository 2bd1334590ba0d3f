package org.memoro.languagemodels.offline.relations;

import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.note.Sentence;
import org.memoro.languagemodels.offline.people.Cast;
import org.memoro.languagemodels.offline.people.Someone;

/** What a note quotes: there "my" is not the writer's. */
final class QuotedSpeech {

    private final Note note;
    private final Cast cast;

    QuotedSpeech(Note note, Cast cast) {
        this.note = note;
        this.cast = cast;
    }

    boolean covers(int at) {
        boolean open = false;
        for (int i = note.sentenceOf(at).from(); i < at; i++) {
            if (note.is(i, "\"", "“", "„", "”", "«", "»")) {
                open = !open;
            }
        }
        return open;
    }

    /** The only person of the sentence outside the quotes; null when there is none or more than one. */
    @Nullable
    Someone speaker(int quoted) {
        Sentence sentence = note.sentenceOf(quoted);
        Someone speaker = null;
        for (int i = sentence.from(); i < sentence.to(); i++) {
            Someone person = cast.personStartingAt(i);
            if (person != null && !covers(i)) {
                if (speaker != null && speaker != person) {
                    return null;
                }
                speaker = person;
            }
        }
        return speaker;
    }
}
