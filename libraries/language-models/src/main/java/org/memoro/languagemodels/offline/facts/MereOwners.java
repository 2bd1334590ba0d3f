package org.memoro.languagemodels.offline.facts;

import java.util.stream.IntStream;
import org.memoro.languagemodels.offline.facts.Subjects.Subject;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.relations.Relations;

/** Knows where a person is only named to say whose relative, dentist or company it is that does something. */
final class MereOwners {

    private final Note note;
    private final Relations relations;

    MereOwners(Note note, Relations relations) {
        this.note = note;
        this.relations = relations;
    }

    /** "Anna's mum moved to Hull": where somebody without a name moves is nothing about Anna. */
    boolean isOwnerOfRelative(Subject subject, int verb) {
        return IntStream.range(subject.from(), verb)
                .anyMatch(at -> relations.isUnnamedRelative(at)
                        && !note.is(at + 1, ",")
                        && IntStream.range(at - 4, at).noneMatch(joint -> note.is(joint, "and", "&")));
    }

    /** "Ben's dentist retired": what people outside the family do is nothing about Ben. */
    boolean isOwnerOfAcquaintance(Subject subject, int verb) {
        for (int at = verb - 1; at >= subject.from(); at--) {
            if (relations.isUnnamedRelative(at)) {
                return note.is(
                        at,
                        "doctor",
                        "dentist",
                        "gp",
                        "teacher",
                        "boss",
                        "manager",
                        "colleague",
                        "neighbour",
                        "neighbor",
                        "landlord",
                        "landlady",
                        "flatmate",
                        "roommate",
                        "friend",
                        "mate",
                        "coworker",
                        "supervisor");
            }
        }
        return false;
    }

    /** "Tom's company is moving": it is not Tom who moves. */
    boolean isOwnerOfThing(Subject subject, int verb) {
        int at = verb - 1;
        while (at > subject.from() && (note.isVerb(at) || note.isPart(at, "ADV", "PART")) && !note.is(at, "'s")) {
            at--;
        }
        return note.isVerb(verb)
                && at > subject.from()
                && note.isPart(at, "NOUN")
                && !note.isPerson(at)
                && !relations.isUnnamedRelative(at)
                && note.dateAt(at) == null
                && isOwned(at, subject.from());
    }

    private boolean isOwned(int noun, int from) {
        for (int at = noun - 1; at >= from && at > noun - 4; at--) {
            if (note.is(at, "and", "&", "with", ",")) {
                return false;
            }
            if (note.is(at, "'s", "'", "his", "her", "their")) {
                return !note.isVerb(at);
            }
        }
        return false;
    }
}
