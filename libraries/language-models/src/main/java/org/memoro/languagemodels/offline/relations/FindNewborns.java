package org.memoro.languagemodels.offline.relations;

import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.FamilyMember;
import org.memoro.languagemodels.Extraction.Relation;
import org.memoro.languagemodels.offline.names.Gender;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.note.Sentence;
import org.memoro.languagemodels.offline.people.Cast;
import org.memoro.languagemodels.offline.people.Mention;
import org.memoro.languagemodels.offline.people.Someone;

/** Finds children that a note tells the birth of: "Lena gave birth to a girl, Ida", "Nina had her baby! A boy, Jakob". */
final class FindNewborns {

    private final Note note;
    private final Cast cast;

    FindNewborns(Note note, Cast cast) {
        this.note = note;
        this.cast = cast;
    }

    void tell(Relations relations) {
        for (int i = 1; i < note.size(); i++) {
            if (note.is(i, "girl", "boy", "daughter", "son") && isIntroduced(i)) {
                child(relations, i);
            }
        }
    }

    private boolean isIntroduced(int noun) {
        int at = noun - 1;
        while (note.is(at, "baby", "little", "healthy", "beautiful", "second", "first", "third", "lovely", "tiny")) {
            at--;
        }
        return note.is(at, "a", "another", "it's", "'s");
    }

    private void child(Relations relations, int noun) {
        int name = note.is(noun + 1, ",", "(", "called", "named", ":", "-", "–") ? noun + 2 : noun + 1;
        Someone child = cast.personStartingAt(name);
        Mention named = cast.mentionAt(name);
        Mention parent = child == null ? null : parentBefore(noun, child);
        Someone owner = parent == null ? null : cast.personAt(parent.from());
        if (child == null || named == null || parent == null || owner == null) {
            return;
        }
        boolean female = note.is(noun, "girl", "daughter");
        child.tell(female ? Gender.FEMALE : Gender.MALE);
        int from = note.sameSentence(parent.from(), noun)
                ? parent.from()
                : note.sentenceOf(noun).from();
        Mention longest = child.longestMention();
        relations.family(
                owner,
                new FamilyMember(
                        female ? Relation.DAUGHTER : Relation.SON,
                        note.text(longest.from(), longest.to()),
                        note.evidence(from, named.to()),
                        0.85,
                        false));
    }

    /** The first person of this sentence or, when it names nobody else, of the one before, where a birth is told. */
    private @Nullable Mention parentBefore(int noun, Someone child) {
        Sentence sentence = note.sentenceOf(noun);
        Mention here = firstPerson(sentence.from(), noun, child);
        if (here != null) {
            return tellsBirth(sentence.from(), noun) ? here : null;
        }
        if (sentence.index() == 0) {
            return null;
        }
        Sentence before = note.sentences().get(sentence.index() - 1);
        return tellsBirth(before.from(), before.to()) ? firstPerson(before.from(), before.to(), child) : null;
    }

    private @Nullable Mention firstPerson(int from, int to, Someone except) {
        for (int i = from; i < to; i++) {
            Someone person = cast.personAt(i);
            if (person != null && person != except) {
                return cast.mentionAt(i);
            }
        }
        return null;
    }

    private boolean tellsBirth(int from, int to) {
        for (int i = from; i < to; i++) {
            if (note.is(i, "birth", "born", "baby", "welcomed", "had", "have", "has", "delivered", "newborn")) {
                return true;
            }
        }
        return false;
    }
}
