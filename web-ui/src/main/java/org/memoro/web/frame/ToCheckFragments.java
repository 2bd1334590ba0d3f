package org.memoro.web.frame;

import java.util.Map;
import org.memoro.web.layout.Pages;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The number beside Today, asked for again whenever a note has changed. */
@RestController
class ToCheckFragments {

    private final Frames frames;
    private final Pages pages;

    ToCheckFragments(Frames frames, Pages pages) {
        this.frames = frames;
        this.pages = pages;
    }

    @GetMapping("/to-check")
    Mono<ResponseEntity<byte[]>> toCheck() {
        return frames.toCheck().map(count -> pages.show("layout/to-check", Map.of("count", count)));
    }
}
