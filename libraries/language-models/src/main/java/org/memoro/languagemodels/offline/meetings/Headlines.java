package org.memoro.languagemodels.offline.meetings;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.note.Sentence;

/** Meetings told without a verb, as in "Ferry to Hydra with Nikos on 3 September" or "Bbq at the beach w/ Dave". */
final class Headlines {
    private static final Set<String> NO_MEETINGS = Set.of(
            "trouble",
            "problem",
            "problems",
            "issue",
            "issues",
            "help",
            "contract",
            "deal",
            "fight",
            "war",
            "meeting",
            "appointment",
            "interview",
            "agreement",
            "plans",
            "plan",
            "idea",
            "ideas",
            "nothing",
            "something",
            "same",
            "along",
            "ok",
            "fine",
            "done",
            "stuck",
            "happy",
            "busy",
            "off",
            "out",
            "up",
            "in",
            "email",
            "mail",
            "letter");
    private static final Set<String> REMOTE =
            Set.of("call", "calls", "zoom", "skype", "facetime", "phone", "teams", "videocall", "chat", "sync");

    private Headlines() {}

    /** The noun that names what was done with whom; null when the sentence says it otherwise, or says nothing of it. */
    static ContactPhrases.@Nullable Found in(Note note, Sentence sentence) {
        int from = sentence.from();
        for (int i = from; i < sentence.to(); i++) {
            if (note.is(i, ":", "–", "—", "-") && note.dateAt(i) == null) {
                from = i + 1;
            }
            if (note.is(i, "with", "w/") && personFollows(note, i + 1)) {
                return told(note, from, i);
            }
            if (note.isVerb(i) && note.dateAt(i) == null && !note.word(i).endsWith("ing")) {
                return null;
            }
        }
        return null;
    }

    private static ContactPhrases.@Nullable Found told(Note note, int from, int with) {
        boolean remote = false;
        int noun = -1;
        for (int i = from; i < with; i++) {
            if (note.dateAt(i) != null || note.isPerson(i)) {
                continue;
            }
            if (NO_MEETINGS.contains(note.word(i))) {
                return null;
            }
            remote |= REMOTE.contains(note.word(i));
            noun = noun < 0 && note.token(i).isWord() && note.isPart(i, "NOUN", "PROPN", "ADJ", "VERB", "ADP")
                    ? i
                    : noun;
        }
        return noun < 0
                ? null
                : new ContactPhrases.Found(
                        remote ? ContactPhrases.Way.REMOTE : ContactPhrases.Way.IN_PERSON, noun, with + 1);
    }

    /** "with Tom", "with my neighbour Colin". */
    private static boolean personFollows(Note note, int at) {
        boolean owned = note.is(at, "my", "our", "old") || note.isPart(at, "ADJ");
        return note.isPerson(at)
                || (owned && (note.isPerson(at + 1) || note.isPerson(at + 2) || note.isPerson(at + 3)));
    }
}
