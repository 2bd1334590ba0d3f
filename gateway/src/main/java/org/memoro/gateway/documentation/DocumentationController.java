package org.memoro.gateway.documentation;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** The API's description, for programs and for people. */
@Hidden
@RestController
class DocumentationController {
    private final MergeDescriptions mergeDescriptions;

    DocumentationController(MergeDescriptions mergeDescriptions) {
        this.mergeDescriptions = mergeDescriptions;
    }

    @GetMapping(path = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ObjectNode> openApi(ServerHttpRequest request) {
        return mergeDescriptions.now(request);
    }

    @GetMapping(path = "/api/docs", produces = "text/html;charset=UTF-8")
    Mono<String> page(ServerHttpRequest request) {
        return mergeDescriptions.now(request).map(DocumentationPage::of);
    }

    @GetMapping(path = "/api/docs/plain.css", produces = "text/css;charset=UTF-8")
    ResponseEntity<Resource> style() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .body(new ClassPathResource("gateway/plain.css"));
    }
}
