package org.memoro.search.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.memoro.search.contact.Contacts;
import org.memoro.search.text.Word;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds out whether a question names exactly one known contact. */
@Component
class NamedContact {
    private static final int LONGEST_NAME = 4;
    private static final int MOST = 200;

    private final Contacts contacts;

    NamedContact(Contacts contacts) {
        this.contacts = contacts;
    }

    /** Some words of the question that may be a name. */
    private record Phrase(String folded, int first, int last, boolean capitalised) {
        boolean liesWithin(Phrase other) {
            return other.first <= first && last <= other.last && other.length() > length();
        }

        int length() {
            return last - first + 1;
        }
    }

    /** The one contact the question names; empty when it names none, or several. */
    Mono<Optional<UUID>> in(UUID userId, String question) {
        List<Phrase> phrases = phrases(question);
        if (phrases.isEmpty()) {
            return Mono.just(Optional.empty());
        }
        Set<String> names = phrases.stream().map(Phrase::folded).collect(Collectors.toSet());
        return contacts.called(userId, names, MOST)
                .collect(Collectors.groupingBy(
                        Contacts.Called::name, Collectors.mapping(Contacts.Called::contactId, Collectors.toSet())))
                .map(called -> onlyOne(phrases, called));
    }

    private static Optional<UUID> onlyOne(List<Phrase> phrases, Map<String, Set<UUID>> called) {
        List<Phrase> found = phrases.stream()
                .filter(phrase -> called.containsKey(phrase.folded()))
                .toList();
        // "Will" and "May" are names when a question that writes names with capitals writes them so.
        boolean capitals = found.stream().anyMatch(Phrase::capitalised);
        Set<UUID> named = new HashSet<>();
        found.stream()
                .filter(phrase -> phrase.capitalised() || !capitals)
                .filter(phrase -> found.stream().noneMatch(phrase::liesWithin))
                .sorted(Comparator.comparingInt(Phrase::first))
                .forEach(phrase -> named.addAll(called.getOrDefault(phrase.folded(), Set.of())));
        return named.size() == 1 ? Optional.of(named.iterator().next()) : Optional.empty();
    }

    private static List<Phrase> phrases(String question) {
        List<Word> words = Word.of(question);
        List<Phrase> phrases = new ArrayList<>();
        for (int first = 0; first < words.size(); first++) {
            StringBuilder folded = new StringBuilder();
            for (int last = first; last < Math.min(words.size(), first + LONGEST_NAME); last++) {
                folded.append(last == first ? "" : " ").append(words.get(last).folded());
                phrases.add(new Phrase(
                        folded.toString(), first, last, words.get(first).isCapitalised()));
            }
        }
        return phrases;
    }
}
