package org.memoro.web.neighbour;

import org.memoro.internaltokens.InternalHttp;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The services whose data the pages show, and the gateway for the account itself. */
@Configuration
class Neighbours {

    @Bean
    static Neighbour contactService(InternalHttp http) {
        return neighbour(http, "contact-service");
    }

    @Bean
    static Neighbour interactionService(InternalHttp http) {
        return neighbour(http, "interaction-service");
    }

    @Bean
    static Neighbour searchService(InternalHttp http) {
        return neighbour(http, "search-service");
    }

    @Bean
    static Neighbour embeddingWorker(InternalHttp http) {
        return neighbour(http, "embedding-worker");
    }

    @Bean
    static Neighbour gateway(InternalHttp http) {
        return neighbour(http, "gateway");
    }

    private static Neighbour neighbour(InternalHttp http, String name) {
        return new Neighbour(http.forCaller(name), http.streamingForCaller(name));
    }
}
