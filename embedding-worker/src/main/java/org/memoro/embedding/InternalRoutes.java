package org.memoro.embedding;

import java.util.List;
import org.memoro.internaltokens.ActorAccess;
import org.memoro.internaltokens.ActorAccess.Rule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Which service may call which internal route of this one. */
@Configuration(proxyBeanMethods = false)
class InternalRoutes {

    @Bean
    ActorAccess actorAccess() {
        return new ActorAccess(List.of(
                new Rule("gateway", "export", HttpMethod.GET, "/internal/v1/export"),
                new Rule("gateway", "export", HttpMethod.GET, "/internal/v1/export/{file}"),
                new Rule("contact-service", "apply-facts", HttpMethod.GET, "/internal/v1/enrichments/{id}"),
                new Rule("interaction-service", "enrichment", HttpMethod.GET, "/internal/v1/enrichments/{id}"),
                new Rule("search-service", "index", HttpMethod.GET, "/internal/v1/vectors/{id}"),
                new Rule("search-service", "index", HttpMethod.POST, "/internal/v1/passages"),
                new Rule("search-service", "query", HttpMethod.POST, "/internal/v1/embeddings")));
    }
}
