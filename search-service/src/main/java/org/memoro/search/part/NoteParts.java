package org.memoro.search.part;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.memoro.search.document.Embedding;
import org.memoro.sql.SqlFile;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The parts of notes in the index. */
@Repository
public class NoteParts {
    private static final SqlFile DELETE =
            SqlFile.load("search/part/delete_parts", "userId", "interactionIds", "textHashes");
    private static final SqlFile INSERT = SqlFile.load(
            "search/part/insert_parts",
            "userId",
            "model",
            "dimensions",
            "interactionIds",
            "positions",
            "begins",
            "ends",
            "textHashes",
            "ranked",
            "embeddings");

    private final DatabaseClient database;

    NoteParts(DatabaseClient database) {
        this.database = database;
    }

    /**
     * A note whose parts are known now.
     *
     * @param note {@link NoteText#GONE} when there is none any more
     * @param meanings what its unread parts mean, in their order; all those of one request are of one model
     */
    public record Read(UUID id, NoteText note, List<Embedding> meanings) {
        public Read {
            meanings = List.copyOf(meanings);
        }

        private Stream<ReadPart> parts() {
            List<Part> parts = meanings.isEmpty() ? List.of() : note.parts();
            return IntStream.range(0, parts.size())
                    .mapToObj(position -> new ReadPart(this, position, parts.get(position), meanings.get(position)));
        }
    }

    /** One of them. */
    private record ReadPart(Read of, int position, Part part, Embedding meaning) {}

    /** Forgets the parts that the notes no longer have, and keeps what was read of them. */
    public Mono<Void> keep(UUID userId, List<Read> notes) {
        Mono<Void> forget = DELETE.on(database)
                .bind("userId", userId)
                .bind("interactionIds", notes.stream().map(Read::id).toArray(UUID[]::new))
                .bind(
                        "textHashes",
                        notes.stream().map(read -> read.note().hash()).toArray(String[]::new))
                .then();
        List<ReadPart> parts = notes.stream().flatMap(Read::parts).toList();
        return parts.isEmpty() ? forget : forget.then(insert(userId, parts));
    }

    private Mono<Void> insert(UUID userId, List<ReadPart> parts) {
        Embedding first = parts.getFirst().meaning();
        return INSERT.on(database)
                .bind("userId", userId)
                .bind("model", first.model())
                .bind("dimensions", first.dimensions())
                .bind(
                        "interactionIds",
                        parts.stream().map(part -> part.of().id()).toArray(UUID[]::new))
                .bind("positions", parts.stream().map(ReadPart::position).toArray(Integer[]::new))
                .bind("begins", parts.stream().map(part -> part.part().begins()).toArray(Integer[]::new))
                .bind("ends", parts.stream().map(part -> part.part().ends()).toArray(Integer[]::new))
                .bind(
                        "textHashes",
                        parts.stream().map(part -> part.of().note().hash()).toArray(String[]::new))
                .bind(
                        "ranked",
                        parts.stream()
                                .map(part -> part.of().note().isFoundByParts())
                                .toArray(Boolean[]::new))
                .bind(
                        "embeddings",
                        parts.stream()
                                .map(part -> Arrays.toString(part.meaning().values()))
                                .toArray(String[]::new))
                .then();
    }
}
