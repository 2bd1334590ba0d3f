package org.memoro.languagemodels.offline.relations;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.FamilyMember;
import org.memoro.languagemodels.Extraction.Relation;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.people.Cast;
import org.memoro.languagemodels.offline.people.Mention;
import org.memoro.languagemodels.offline.people.NamedTogether;
import org.memoro.languagemodels.offline.people.Someone;

/** Finds couples in sentences such as "Tom married Eva" and "Ana is married to Luis". */
final class FindCouples {

    private final Note note;
    private final Cast cast;
    private final NamedTogether together;

    FindCouples(Note note, Cast cast, RelationNouns nouns) {
        this.note = note;
        this.cast = cast;
        this.together = new NamedTogether(note, cast, nouns);
    }

    void tell(Relations relations) {
        for (int i = 0; i < note.size(); i++) {
            if (note.is(i, "married", "marries", "wed")) {
                marriedTo(relations, i);
            }
        }
    }

    private void marriedTo(Relations relations, int verb) {
        int to = note.is(verb + 1, "to") ? verb + 2 : verb + 1;
        Someone spouse = cast.personStartingAt(to);
        Mention spouseName = cast.mentionAt(to);
        Mention subject = subject(verb);
        if (spouse == null || spouseName == null || subject == null || isDenied(subject.to(), verb)) {
            return;
        }
        Someone person = cast.personAt(subject.from());
        List<Someone> listed = together.startingAt(subject.from());
        if (person == null || person == spouse || listed.size() > 1) {
            return;
        }
        Mention longest = spouse.longestMention();
        relations.family(
                person,
                new FamilyMember(
                        Relation.SPOUSE,
                        note.text(longest.from(), longest.to()),
                        note.evidence(subject.from(), spouseName.to()),
                        0.85,
                        false));
    }

    private @Nullable Mention subject(int verb) {
        int at = verb - 1;
        while (at >= 0 && note.sameSentence(at, verb) && verb - at <= 6) {
            Mention mention = cast.mentionAt(at);
            if (mention != null) {
                return mention;
            }
            if (note.is(at, ".", ";", "that", "who", "he", "she", "they")) {
                return null;
            }
            at--;
        }
        return null;
    }

    private boolean isDenied(int from, int to) {
        for (int i = from; i < to; i++) {
            if (note.is(i, "not", "n't", "never", "almost", "may", "might", "wants", "could", "would")) {
                return true;
            }
        }
        return false;
    }
}
