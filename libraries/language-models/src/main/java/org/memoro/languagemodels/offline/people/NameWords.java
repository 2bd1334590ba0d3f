package org.memoro.languagemodels.offline.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.text.Folding;
import org.memoro.languagemodels.text.Token;
import org.memoro.languagemodels.text.Tokenizer;
import org.memoro.languagemodels.text.WordList;

/** The words by whose company a capitalised word is taken for a person or for something else. */
final class NameWords {

    private final Set<String> animals = WordList.words("words/animals.txt");
    private final Set<String> thingEndings = WordList.words("names/thing-endings.txt");
    private final Set<String> firmEndings = WordList.words("facts/employer-endings.txt");
    private final Set<String> everydayNouns = WordList.words("words/everyday-nouns.txt");
    private final Set<String> peoplesOwn = WordList.words("words/peoples-own.txt");
    private final Map<String, Set<String>> works = sections("words/works.txt");
    private final Set<String> brands = WordList.words("names/also-brands.txt");
    private final Map<String, Set<String>> thingsDo = sections("words/things-do.txt");
    private final Map<String, Set<String>> peopleDo = sections("words/people-do.txt");
    private final Map<String, Integer> beforeNames = beforeNames();
    private final Map<String, List<List<String>>> famous = famous();

    boolean isAnimal(String word) {
        return animals.contains(word);
    }

    /** Whether a capitalised word behind a name makes it a street, an institution or the like. */
    boolean endsThing(String word) {
        return thingEndings.contains(word);
    }

    /** Whether the name of a firm or another employer often ends so. */
    boolean endsFirm(String word) {
        return firmEndings.contains(word);
    }

    /** Whether notes begin with this word, where its capital says nothing. */
    boolean isEverydayNoun(String word) {
        return everydayNouns.contains(word);
    }

    /** Whether people have it, as in "Kofi's house". */
    boolean isPeoplesOwn(String word) {
        return peoplesOwn.contains(word);
    }

    /** Whether the word is of this section of the list of works. */
    boolean isOfWorks(String section, String word) {
        return works.getOrDefault(section, Set.of()).contains(word);
    }

    /** Whether a make, a shop or a play bears this name as well. */
    boolean isBrand(String word) {
        return brands.contains(word);
    }

    /** Whether the word is of this section of the list of what things are and do. */
    boolean isOfThings(String section, String word) {
        return thingsDo.getOrDefault(section, Set.of()).contains(word);
    }

    /** Whether only people do this. */
    boolean isPeoplesVerb(String word) {
        return peopleDo.getOrDefault("verbs", Set.of()).contains(word);
    }

    /** Whether only people are this. */
    boolean isPeoplesState(String word) {
        return peopleDo.getOrDefault("states", Set.of()).contains(word);
    }

    /** How much the words that end at the token speak for a person's name behind it. */
    int weightBefore(Note note, int last) {
        int word = beforeNames.getOrDefault(note.word(last), 0);
        int two = beforeNames.getOrDefault(note.word(last - 1) + " " + note.word(last), 0);
        String three = note.word(last - 2) + " " + note.word(last - 1) + " " + note.word(last);
        return Math.max(Math.max(word, two), beforeNames.getOrDefault(three, 0));
    }

    /** The token after the longest name of the public or of a story that starts here; {@code from} when there is none. */
    int famousEnd(Note note, int from) {
        int end = from;
        for (List<String> name : famous.getOrDefault(note.word(from), List.of())) {
            if (from + name.size() > end && stands(note, from, name)) {
                end = from + name.size();
            }
        }
        return end;
    }

    private static boolean stands(Note note, int from, List<String> name) {
        for (int i = 0; i < name.size(); i++) {
            if (!note.word(from + i).equals(name.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, List<List<String>>> famous() {
        Map<String, List<List<String>>> famous = new HashMap<>();
        for (String line : WordList.lines("names/famous.txt")) {
            List<String> words =
                    Tokenizer.tokens(line).stream().map(Token::word).toList();
            famous.computeIfAbsent(words.getFirst(), word -> new ArrayList<>()).add(words);
        }
        return famous;
    }

    private static Map<String, Integer> beforeNames() {
        Map<String, Integer> weights = new HashMap<>();
        WordList.sections("words/before-names.txt")
                .forEach((weight, lines) -> lines.forEach(line -> weights.put(line, Integer.valueOf(weight))));
        return weights;
    }

    private static Map<String, Set<String>> sections(String path) {
        Map<String, Set<String>> sections = new HashMap<>();
        WordList.sections(path).forEach((section, lines) -> {
            Set<String> words = sections.computeIfAbsent(section, name -> new HashSet<>());
            lines.forEach(line -> List.of(line.split("\\s+")).forEach(word -> words.add(Folding.fold(word))));
        });
        return sections;
    }
}
