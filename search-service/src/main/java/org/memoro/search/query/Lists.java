package org.memoro.search.query;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The lists that are joined into one: by words and by meaning, each by what a note says itself and by what it says after
 * the one before it in its thread. Where no note is in a thread, both are the same.
 */
record Lists(List<Scored> words, List<Scored> threadWords, List<Scored> meaning, List<Scored> threadMeaning) {

    Set<UUID> ids() {
        return Stream.of(words, threadWords, meaning, threadMeaning)
                .flatMap(List::stream)
                .map(Scored::id)
                .collect(Collectors.toSet());
    }
}
