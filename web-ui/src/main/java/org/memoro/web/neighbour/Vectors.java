package org.memoro.web.neighbour;

import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What models make of the visitor's notes, kept by embedding-worker. */
@Component
public class Vectors {

    private static final ParameterizedTypeReference<VectorProgress> PROGRESS = new ParameterizedTypeReference<>() {};

    private final Neighbour embeddingWorker;

    Vectors(@Qualifier("embeddingWorker") Neighbour embeddingWorker) {
        this.embeddingWorker = embeddingWorker;
    }

    /** Asking has the vectors that are missing made. */
    public Mono<VectorProgress> progress() {
        return embeddingWorker.get("/pages/v1/vectors", Map.of(), PROGRESS);
    }
}
