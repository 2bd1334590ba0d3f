package org.memoro.web.settings;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memoro.web.frame.Frames;
import org.memoro.web.layout.Frame;
import org.memoro.web.layout.Pages;
import org.memoro.web.layout.Visitor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who is signed in, how Memoro looks, and the way out. */
@RestController
class SettingsPages {

    private static final Duration A_YEAR = Duration.ofDays(365);
    private static final Set<String> THEMES = Set.of("light", "dark");

    private final Frames frames;
    private final Pages pages;

    SettingsPages(Frames frames, Pages pages) {
        this.frames = frames;
        this.pages = pages;
    }

    /** What was chosen in the form. */
    record Appearance(@Nullable String theme) {}

    @GetMapping("/settings")
    Mono<ResponseEntity<byte[]>> show(Visitor visitor) {
        return frames.around(visitor, Frame.Section.SETTINGS)
                .map(frame -> pages.show("settings/page", Map.of("frame", frame)));
    }

    /** Kept in the browser, because a person may like it dark on the phone and light at work. */
    @PostMapping("/settings/appearance")
    Mono<ResponseEntity<byte[]>> appearance(@ModelAttribute Appearance chosen, ServerWebExchange exchange) {
        boolean isChosen = chosen.theme() != null && THEMES.contains(chosen.theme());
        exchange.getResponse()
                .addCookie(ResponseCookie.from("theme", isChosen ? String.valueOf(chosen.theme()) : "")
                        .path("/")
                        .maxAge(isChosen ? A_YEAR : Duration.ZERO)
                        .sameSite("Lax")
                        .build());
        HttpHeaders asked = exchange.getRequest().getHeaders();
        return Mono.just(
                asked.containsHeader("HX-Request") ? ResponseEntity.noContent().build() : Pages.goTo("/settings"));
    }
}
