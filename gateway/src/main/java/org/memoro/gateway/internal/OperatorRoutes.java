package org.memoro.gateway.internal;

import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Routes of the internal port that are for whoever runs this server, and for no service. */
public interface OperatorRoutes {
    /** Called only for requests with an operator's credential. */
    RouterFunction<ServerResponse> routes();
}
