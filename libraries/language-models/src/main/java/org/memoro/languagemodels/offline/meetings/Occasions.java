package org.memoro.languagemodels.offline.meetings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.offline.meetings.ContactPhrases.Way;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.text.Folding;
import org.memoro.languagemodels.text.WordList;

/** The nouns that name what people did together. */
final class Occasions {

    private final Set<String> inPerson;
    private final Set<String> remote;
    private final Set<String> either;
    private final Set<String> settled;
    private final Set<String> none;
    private final Set<String> seen;

    Occasions() {
        Map<String, List<String>> sections = WordList.sections("meetings/occasions.txt");
        inPerson = words(sections, "in-person");
        remote = words(sections, "remote");
        either = words(sections, "either");
        settled = words(sections, "settled");
        none = words(sections, "none");
        seen = words(sections, "seen");
    }

    private static Set<String> words(Map<String, List<String>> sections, String heading) {
        return sections.getOrDefault(heading, List.of()).stream()
                .flatMap(line -> Stream.of(line.split("\\s+")))
                .map(Folding::fold)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** How people were in contact on such an occasion; null when the word names none. */
    @Nullable
    Way wayOf(String noun) {
        if (remote.contains(noun)) {
            return Way.REMOTE;
        }
        if (either.contains(noun)) {
            return Way.EITHER;
        }
        return inPerson.contains(noun) || settled.contains(noun) ? Way.IN_PERSON : null;
    }

    /** Whether two words name an occasion together, as "bake sale" and "book club" do. */
    boolean isCompoundAt(Note note, int at) {
        return wayOf(compound(note, at)) != null;
    }

    static String compound(Note note, int at) {
        return note.word(at) + "-" + note.word(at + 1);
    }

    /** Whether such an occasion is often noted ahead of time: "Meeting with Priya, Tuesday". */
    boolean isOftenAhead(String noun) {
        return settled.contains(noun);
    }

    /** What only those tell of who were there: "speeches", "cake". */
    boolean isSeen(String word) {
        return seen.contains(word);
    }

    /** Words before "with" that tell of no meeting: "trouble with Tom". */
    boolean isNone(String word) {
        return none.contains(word);
    }
}
