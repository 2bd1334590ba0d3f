package org.memoro.languagemodels.offline.meetings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.offline.meetings.ContactPhrases.Found;
import org.memoro.languagemodels.offline.meetings.ContactPhrases.Way;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.text.Folding;
import org.memoro.languagemodels.text.WordList;

/** Finds what the writer did, whatever the verb: "I was at ...", "me & Chris went bowling", "Yesterday drove to Rotorua". */
final class WritersDeeds {

    private static final String[] WRITER = {"i", "we", "me"};

    private final Set<String> irregular;
    private final Set<String> none;
    private final Set<String> faced;

    WritersDeeds() {
        Map<String, List<String>> sections = WordList.sections("meetings/deeds.txt");
        irregular = words(sections.getOrDefault("irregular", List.of()));
        none = words(sections.getOrDefault("none", List.of()));
        faced = words(sections.getOrDefault("faced", List.of()));
    }

    private static Set<String> words(List<String> lines) {
        return lines.stream()
                .flatMap(line -> Stream.of(line.split("\\s+")))
                .map(Folding::fold)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The first verb of the stretch that tells what the writer did; null when none does. */
    @Nullable
    Found firstIn(Note note, int from, int to) {
        for (int at = from; at < to; at++) {
            if (isDeed(note, at) && isWriters(note, at)) {
                return new Found(Way.DEED, at, at + 1, false);
            }
        }
        return null;
    }

    /** Whether who it was done to was there: "collected Tom from Gatwick". */
    boolean isFaceToFace(Note note, Found deed) {
        return faced.contains(note.word(deed.from()));
    }

    private boolean isDeed(Note note, int at) {
        String word = note.word(at);
        boolean gone = note.is(at, "been", "gone") && note.is(at - 1, "had", "'d");
        boolean past = irregular.contains(word) || (word.endsWith("ed") && word.length() > 4 && !none.contains(word));
        boolean back = (note.is(at, "back", "home")
                        && note.is(at + 1, "from")
                        && note.is(at - 1, "just", "i'm", "'m", "am", "", "only", "now"))
                || (note.is(at, "got", "came") && note.is(at + 1, "home", "back", "from"));
        return (past || gone || back) && note.dateAt(at) == null && !note.isPerson(at) && !isPassiveOrBare(note, at);
    }

    /** "was told", "is closed", "was tired", "had to": no doing. */
    private static boolean isPassiveOrBare(Note note, int at) {
        return note.is(at - 1, "to", "be", "is", "are", "was", "were", "been", "get", "got", "n't", "not", "a", "the")
                || (note.is(at, "had", "was", "were") && note.isPart(at + 1, "VERB") && !note.is(at + 1, "lunch"))
                || (note.is(at, "had")
                        && note.is(at + 1, "to", "a", "the")
                        && note.is(at + 2, "text", "email", "call"));
    }

    /** The subject is the writer, said ("me & Chris"), or left out at the start of the sentence. */
    private static boolean isWriters(Note note, int verb) {
        int start = note.sentenceOf(verb).from();
        int at = verb - 1;
        while (at >= start && isBetween(note, at)) {
            at--;
        }
        if (at < start) {
            return note.token(start).isWord() || note.dateAt(start) != null;
        }
        if (note.is(at, WRITER)) {
            return !note.is(at, "me") || note.is(at - 1, "and", "&", "+");
        }
        boolean listed = note.isPerson(at);
        while (at > start && listed && (note.isPerson(at) || note.is(at, "and", "&", "+", ",", "n"))) {
            at--;
        }
        return listed && note.is(at, "i", "me", "myself");
    }

    private static boolean isBetween(Note note, int at) {
        return note.dateAt(at) != null
                || note.isPart(at, "ADV")
                || note.is(
                        at, "both", "all", "had", "'d", ",", "just", "on", "also", "finally", "then", "so", "and",
                        "but");
    }
}
