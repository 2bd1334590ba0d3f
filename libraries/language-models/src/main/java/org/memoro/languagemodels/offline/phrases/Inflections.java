package org.memoro.languagemodels.offline.phrases;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.memoro.languagemodels.text.WordList;

/** All forms of an English verb, from a list of irregular ones and the rules for the rest. */
public final class Inflections {

    private final Map<String, Set<String>> irregular = new HashMap<>();

    Inflections() {
        WordList.sections("words/irregular-verbs.txt")
                .values()
                .forEach(lines -> lines.forEach(line -> {
                    List<String> forms = List.of(line.split("\\s+"));
                    irregular.put(forms.getFirst(), Set.copyOf(new HashSet<>(forms)));
                }));
    }

    public Set<String> of(String verb) {
        Set<String> known = irregular.get(verb);
        return known != null ? known : regular(verb);
    }

    /** Forms that tell of the past without "have" or "be". */
    public boolean isPast(String word) {
        return (word.endsWith("ed") && word.length() > 3 && !word.equals("need"))
                || irregular.values().stream().anyMatch(forms -> forms.contains(word) && isPastOf(word));
    }

    private static boolean isPastOf(String word) {
        return Set.of(
                        "was",
                        "were",
                        "became",
                        "began",
                        "broke",
                        "brought",
                        "built",
                        "bought",
                        "came",
                        "died",
                        "did",
                        "drove",
                        "fell",
                        "found",
                        "flew",
                        "got",
                        "gave",
                        "went",
                        "grew",
                        "had",
                        "heard",
                        "kept",
                        "left",
                        "lost",
                        "made",
                        "met",
                        "paid",
                        "ran",
                        "said",
                        "saw",
                        "sold",
                        "sent",
                        "spoke",
                        "took",
                        "taught",
                        "tore",
                        "told",
                        "thought",
                        "tied",
                        "won",
                        "wrote",
                        "underwent",
                        "passed")
                .contains(word);
    }

    private static Set<String> regular(String verb) {
        Set<String> forms = new HashSet<>(Set.of(verb));
        char last = verb.charAt(verb.length() - 1);
        String stem = verb.substring(0, verb.length() - 1);
        if (last == 'e') {
            forms.addAll(Set.of(verb + "s", verb + "d", stem + "ing"));
        } else if (last == 'y' && "aeiou".indexOf(verb.charAt(verb.length() - 2)) < 0) {
            forms.addAll(Set.of(stem + "ies", stem + "ied", verb + "ing"));
        } else {
            boolean hissing = last == 's' || last == 'x' || verb.endsWith("sh") || verb.endsWith("ch");
            forms.addAll(Set.of(hissing ? verb + "es" : verb + "s", verb + "ed", verb + "ing"));
            forms.addAll(Set.of(verb + last + "ed", verb + last + "ing"));
        }
        return Set.copyOf(forms);
    }
}
