package org.memoro.languagemodels.offline.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.offline.facts.Subjects.Subject;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.people.Cast;
import org.memoro.languagemodels.offline.people.Someone;
import org.memoro.languagemodels.offline.relations.Relations;

/** Knows "they" for one person and whoever lives with them, where only one was spoken of: "Penny told me they're emigrating". */
final class Households {

    private final Note note;
    private final Cast cast;
    private final Relations relations;

    Households(Note note, Cast cast, Relations relations) {
        this.note = note;
        this.cast = cast;
        this.relations = relations;
    }

    /** The subject itself, or the person whose household it stands for. */
    Subject speakingOf(Subject subject) {
        boolean they = subject.people().isEmpty() && subject.isPronoun() && note.is(subject.from(), "they");
        Someone one = they ? onlyPersonBefore(subject.from()) : null;
        return one == null ? subject : new Subject(List.of(one), false, subject.from(), true);
    }

    private @Nullable Someone onlyPersonBefore(int they) {
        int sentence = note.sentenceOf(they).index();
        int from = note.sentences().get(Math.max(0, sentence - 1)).from();
        Someone one = null;
        for (int at = from; at < they; at++) {
            Someone person = cast.personStartingAt(at);
            boolean plural = note.isPart(at, "NOUN") && note.word(at).endsWith("s");
            boolean others = plural || relations.isUnnamedRelative(at) || note.is(at, "we", "our");
            if (others || (person != null && one != null && person != one)) {
                return null;
            }
            one = person == null ? one : person;
        }
        return one;
    }
}
