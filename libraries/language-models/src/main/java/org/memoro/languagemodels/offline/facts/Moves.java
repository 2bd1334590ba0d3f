package org.memoro.languagemodels.offline.facts;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.Fact;
import org.memoro.languagemodels.Extraction.FactStatus;
import org.memoro.languagemodels.Extraction.FactType;
import org.memoro.languagemodels.Extraction.LocationStatus;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.people.Someone;
import org.memoro.languagemodels.offline.phrases.Clause;

/** The moves a note tells, for the places that it tells around them. */
final class Moves {

    private final Note note;
    private final Map<Someone, List<Fact>> facts;

    Moves(Note note, Map<Someone, List<Fact>> facts) {
        this.note = note;
        this.facts = facts;
    }

    /** Whether a move is told in or before the clause, no further back than the sentence before. */
    boolean areToldBy(Clause clause) {
        return facts.values().stream().flatMap(List::stream).anyMatch(fact -> isNear(fact, clause));
    }

    /** Those of the people who move, or, where nobody is named, those who moved just before. */
    List<Someone> movedBefore(Clause clause, List<Someone> named) {
        List<Someone> moved = facts.keySet().stream()
                .filter(person -> facts.getOrDefault(person, List.of()).stream().anyMatch(fact -> isNear(fact, clause)))
                .toList();
        return named.isEmpty() ? moved : moved.containsAll(named) ? named : List.of();
    }

    boolean areTold(List<Someone> people) {
        return people.stream()
                .flatMap(person -> facts.getOrDefault(person, List.of()).stream())
                .anyMatch(fact -> fact.type() == FactType.MOVE);
    }

    /** Whether these people are still to move, and have not told of any move before. */
    boolean arePlanned(List<Someone> people) {
        List<FactStatus> told = people.stream()
                .flatMap(person -> facts.getOrDefault(person, List.of()).stream())
                .filter(fact -> fact.type() == FactType.MOVE)
                .map(Fact::status)
                .toList();
        return told.contains(FactStatus.PLANNED) && !told.contains(FactStatus.HAPPENED);
    }

    /** Whether people live where the move told near the clause led, or will; null where it is in doubt or denied. */
    @Nullable
    LocationStatus statusOf(List<Someone> people, Clause clause) {
        for (Someone person : people) {
            for (Fact fact : facts.getOrDefault(person, List.of())) {
                if (isNear(fact, clause)) {
                    return switch (fact.status()) {
                        case HAPPENED -> LocationStatus.CURRENT;
                        case PLANNED -> LocationStatus.PLANNED;
                        case UNCERTAIN, NEGATED -> null;
                    };
                }
            }
        }
        return null;
    }

    private boolean isNear(Fact fact, Clause clause) {
        Integer start = fact.evidence().start();
        if (fact.type() != FactType.MOVE || start == null) {
            return false;
        }
        int told = note.tokenAt(start);
        int sentences =
                note.sentenceOf(clause.from()).index() - note.sentenceOf(told).index();
        return told < clause.to() && sentences <= 1;
    }
}
