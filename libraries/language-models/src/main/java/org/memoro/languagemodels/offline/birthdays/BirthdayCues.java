package org.memoro.languagemodels.offline.birthdays;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.offline.birthdays.Cue.Kind;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.phrases.Numbers;
import org.memoro.languagemodels.text.Folding;
import org.memoro.languagemodels.text.WordList;

/** The words that announce a birthday. */
final class BirthdayCues {

    /** Below this an ordinal before "on" is rather a floor or a place in a race. */
    private static final int ROUND_AGE = 18;

    private static final List<String> FIRST =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");

    private final Map<String, Set<String>> words = WordList.sections("birthdays/words.txt").entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> words(entry.getValue())));

    private static Set<String> words(List<String> lines) {
        return lines.stream()
                .flatMap(line -> Stream.of(line.split("\\s+")))
                .map(Folding::fold)
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean is(String section, Note note, int at) {
        return words.getOrDefault(section, Set.of()).contains(note.word(at));
    }

    @Nullable
    Cue at(Note note, int at) {
        if (is("list", note, at)) {
            return new Cue(at, Kind.LIST, 0);
        }
        if (is("birthday", note, at)) {
            boolean occasion = is("occasion", note, at + 1) || (note.is(at + 1, "list") && !note.is(at + 2, ":"));
            return occasion ? null : new Cue(at, Kind.BIRTHDAY, nth(note, at - 1));
        }
        if (is("cake", note, at) && (note.dateAt(at + 1) != null || note.dateAt(at - 1) != null)) {
            return new Cue(at, Kind.BIRTHDAY, 0);
        }
        Cue age = age(note, at);
        return age != null ? age : birth(note, at);
    }

    private static int nth(Note note, int at) {
        int first = FIRST.indexOf(note.word(at)) + 1;
        return first > 0 ? first : Numbers.ordinalAt(note, at);
    }

    private static @Nullable Cue age(Note note, int at) {
        if (note.is(at, "be", "is", "'s") && becomesAnAge(note, at)) {
            return new Cue(at, Kind.AGE, Numbers.valueAt(note, at + 1));
        }
        if (note.is(at, "turns", "turned", "turning", "turn")) {
            int age = Numbers.valueAt(note, at + 1);
            return age > 0 ? new Cue(at, Kind.AGE, age) : null;
        }
        int nth = Numbers.ordinalAt(note, at);
        boolean round = nth >= ROUND_AGE
                && note.is(at + 1, "on", "is", "was")
                && note.is(at - 1, "'s", "his", "her", "big")
                && note.dateAt(at) == null;
        return round ? new Cue(at, Kind.AGE, nth) : null;
    }

    /** "will be 40 on 14 March", "is 40 on Sunday": an age beside a day. */
    private static boolean becomesAnAge(Note note, int at) {
        int age = Numbers.valueAt(note, at + 1);
        boolean ahead = note.is(at - 1, "will", "'ll") || note.is(at, "is", "'s");
        int on = note.is(at + 2, "years") && note.is(at + 3, "old") ? at + 4 : at + 2;
        int day = note.is(on + 1, "the") ? on + 2 : on + 1;
        return age > 0
                && ahead
                && note.dateAt(at + 1) == null
                && ((note.is(on, "on") && note.dateAt(day) != null) || note.dateAt(on) != null);
    }

    private @Nullable Cue birth(Note note, int at) {
        boolean dateOfBirth = note.is(at, "birth") && note.is(at - 1, "of") && note.is(at - 2, "date");
        boolean born = is("born", note, at) && (!note.is(at + 1, "in") || note.dateAt(at + 2) != null);
        boolean star = note.is(at, "b", "*")
                && (note.is(at - 1, "(", ":", ",") || note.startsSentence(at) || note.isPerson(at - 1))
                && (note.dateAt(at + 1) != null || note.dateAt(at + 2) != null);
        if (dateOfBirth || born || star) {
            return new Cue(at, Kind.BORN, 0);
        }
        boolean gaveBirth = note.is(at, "birth") && note.is(at - 1, "gave", "gives");
        return gaveBirth || isNewChild(note, at) ? new Cue(at, Kind.NEWBORN, 0) : null;
    }

    /** "had a baby girl, Mia,": the child is who was born. */
    private static boolean isNewChild(Note note, int at) {
        boolean child = note.is(at + 1, "a", "an", "their", "her", "his", "little", "baby")
                && (note.is(at + 2, "baby", "girl", "boy", "daughter", "son")
                        || note.is(at + 3, "baby", "girl", "boy", "daughter", "son"));
        return note.is(at, "had", "welcomed") && child;
    }
}
