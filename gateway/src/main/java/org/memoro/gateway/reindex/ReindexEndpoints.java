package org.memoro.gateway.reindex;

import org.memoro.gateway.internal.OperatorRoutes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** What whoever runs Memoro asks for on the gateway's internal port. */
@Component
class ReindexEndpoints implements OperatorRoutes {
    private static final String PATH = "/internal/v1/reindex";

    private final Reindex reindex;

    ReindexEndpoints(Reindex reindex) {
        this.reindex = reindex;
    }

    /** POST begins unless it is under way, GET tells how far it is; both answer with the progress. */
    @Override
    public RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .POST(PATH, request -> reindex.begin().flatMap(progress -> ServerResponse.status(HttpStatus.ACCEPTED)
                        .bodyValue(progress)))
                .GET(PATH, request -> ServerResponse.ok().bodyValue(reindex.progress()))
                .build();
    }
}
