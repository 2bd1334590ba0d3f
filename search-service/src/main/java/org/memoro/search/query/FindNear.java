package org.memoro.search.query;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.memoro.search.SearchServiceProperties;
import org.memoro.search.document.Embedding;
import org.memoro.search.large.KeepNearIndexes;
import org.memoro.search.large.NearIndexes;
import org.memoro.search.large.VectorKind;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds the notes nearest to a question in meaning: by comparing all of them, or, in a large account, by its indexes. */
@Component
class FindNear {
    private final NoteVectors vectors;
    private final Notes notes;
    private final NearIndexes nearIndexes;
    private final KeepNearIndexes keepNearIndexes;

    /** So few are compared as fast as an index finds them among many others. */
    private final int few;

    FindNear(
            NoteVectors vectors,
            Notes notes,
            NearIndexes nearIndexes,
            KeepNearIndexes keepNearIndexes,
            SearchServiceProperties properties) {
        this.vectors = vectors;
        this.notes = notes;
        this.nearIndexes = nearIndexes;
        this.keepNearIndexes = keepNearIndexes;
        this.few = properties.exactUpTo() / 4;
    }

    /** The notes nearest to a question, by themselves and after the one before them in their thread. */
    record Near(List<Scored> alone, List<Scored> inThreads) {
        static final Near NONE = new Near(List.of(), List.of());
    }

    /**
     * Where to look.
     *
     * @param indexed the kinds of vectors that an index finds
     * @param few the notes that the filter allows, if they are few
     */
    private record Ways(Set<VectorKind> indexed, Optional<List<UUID>> few) {
        static final Ways EXACT = new Ways(Set.of(), Optional.empty());
    }

    Mono<Near> of(UUID userId, boolean isLarge, Embedding question, Filter filter, int limit) {
        return ways(userId, isLarge, question, filter).flatMap(ways -> alone(userId, ways, question, filter, limit)
                .zipWhen(alone -> inThreads(userId, ways, question, alone, filter, limit), Near::new));
    }

    private Mono<Ways> ways(UUID userId, boolean isLarge, Embedding question, Filter filter) {
        return isLarge
                ? nearIndexes
                        .beginSearch(userId, question.model(), question.dimensions())
                        .doOnNext(indexed -> {
                            if (!indexed.containsAll(Set.of(VectorKind.values()))) {
                                keepNearIndexes.want(userId, question.model(), question.dimensions());
                            }
                        })
                        .zipWhen(indexed -> few(userId, filter), Ways::new)
                : Mono.just(Ways.EXACT);
    }

    private Mono<Optional<List<UUID>>> few(UUID userId, Filter filter) {
        return filter.allowsEverything()
                ? Mono.just(Optional.empty())
                : notes.allowed(userId, filter, few + 1)
                        .map(Optional::of)
                        .map(allowed -> allowed.filter(ids -> ids.size() <= few));
    }

    /** A note that is longer than a model reads is as near as the nearest of its parts. */
    private Mono<List<Scored>> alone(UUID userId, Ways ways, Embedding question, Filter filter, int limit) {
        return nearest(VectorKind.NOTE, userId, ways, question, filter, limit)
                .zipWhen(whole -> vectors.parts(userId, question, filter, limit))
                .map(found -> found.getT2().isEmpty() ? found.getT1() : joined(found.getT1(), found.getT2(), limit));
    }

    private static List<Scored> joined(List<Scored> whole, List<Scored> parts, int limit) {
        Map<UUID, Double> nearest = new HashMap<>();
        Stream.concat(whole.stream(), parts.stream())
                .forEach(each -> nearest.merge(each.id(), each.score(), Math::max));
        return nearest.entrySet().stream()
                .map(entry -> new Scored(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::id))
                .limit(limit)
                .toList();
    }

    /** The nearest notes by themselves that stand in no thread are in this answer too. */
    private Mono<List<Scored>> inThreads(
            UUID userId, Ways ways, Embedding question, List<Scored> alone, Filter filter, int limit) {
        return nearest(VectorKind.THREAD, userId, ways, question, filter, limit)
                .zipWhen(inThreads -> vectors.withContext(
                        userId, question.model(), alone.stream().map(Scored::id).toList()))
                .map(found -> Stream.concat(
                                found.getT1().stream(),
                                alone.stream().filter(note -> !found.getT2().contains(note.id())))
                        .sorted(Comparator.comparingDouble(Scored::score).reversed())
                        .limit(limit)
                        .toList());
    }

    private Mono<List<Scored>> nearest(
            VectorKind kind, UUID userId, Ways ways, Embedding question, Filter filter, int limit) {
        if (ways.few().isPresent()) {
            return vectors.among(kind, userId, question, ways.few().get(), limit);
        }
        Mono<List<Scored>> exact = vectors.all(kind, userId, question, filter, limit);
        return ways.indexed().contains(kind)
                ? vectors.byIndex(kind, userId, question, filter, limit)
                        .flatMap(found -> found.size() < limit ? exact : Mono.just(found))
                : exact;
    }
}
