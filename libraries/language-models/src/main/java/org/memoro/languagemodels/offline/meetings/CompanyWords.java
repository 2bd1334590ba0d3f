package org.memoro.languagemodels.offline.meetings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.text.Folding;
import org.memoro.languagemodels.text.WordList;

/** What lists know about the words that tell who was there. */
final class CompanyWords {

    private final Map<String, Set<String>> sections;

    CompanyWords() {
        sections = WordList.sections("meetings/company.txt").entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> words(entry.getValue())));
    }

    private static Set<String> words(List<String> lines) {
        return lines.stream()
                .flatMap(line -> Stream.of(line.split("\\s+")))
                .map(Folding::fold)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** "Tom's garage", "Tom's new flat": where one is with him. */
    boolean isHostsAt(Note note, int at) {
        return is("hosts", note.word(at)) || is("hosts", note.word(at + 1));
    }

    /** "saw Owen's band": one sees its owner there. */
    boolean isShow(String word) {
        return is("shows", word);
    }

    boolean isAll(String word) {
        return is("all", word);
    }

    boolean isGroup(String word) {
        return is("groups", word);
    }

    private boolean is(String section, String word) {
        return sections.getOrDefault(section, Set.of()).contains(word);
    }
}
