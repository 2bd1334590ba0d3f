package org.memoro.web.settings;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memoro.web.layout.Looks;
import org.memoro.web.layout.Pages;
import org.memoro.web.layout.Visitor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** How Memoro looks in this browser: a person may like it dark on the phone and light at work. */
@RestController
class AppearancePages {

    private static final Duration A_YEAR = Duration.ofDays(365);
    private static final Set<String> USUAL = Set.of(Looks.USUAL.theme(), Looks.USUAL.reading(), Looks.USUAL.textSize());

    private final SettingsFrame settings;

    AppearancePages(SettingsFrame settings) {
        this.settings = settings;
    }

    @GetMapping("/settings/appearance")
    Mono<ResponseEntity<byte[]>> show(Visitor visitor, @RequestParam(required = false) @Nullable String done) {
        return settings.page(visitor, Tab.APPEARANCE, Done.toast(done), Map.of());
    }

    @PostMapping("/settings/appearance")
    Mono<ResponseEntity<byte[]>> choose(ServerWebExchange exchange) {
        HttpHeaders asked = exchange.getRequest().getHeaders();
        return exchange.getFormData()
                .doOnNext(form -> Looks.CHOICES.keySet().forEach(look -> keep(exchange, look, form)))
                .map(form -> SettingsFrame.isByScript(asked)
                        ? ResponseEntity.noContent().build()
                        : Pages.goTo(Done.LOOKS.after(Tab.APPEARANCE)));
    }

    /** What is usual needs no cookie, and what was not asked about stays. */
    private static void keep(ServerWebExchange exchange, String look, MultiValueMap<String, String> form) {
        String chosen = form.getFirst(look);
        if (chosen == null) {
            return;
        }
        boolean isKept = Looks.CHOICES.getOrDefault(look, Set.of()).contains(chosen) && !USUAL.contains(chosen);
        boolean isSecure = isOverHttps(exchange.getRequest().getHeaders());
        exchange.getResponse()
                .addCookie(ResponseCookie.from((isSecure ? Looks.SECURE : "") + look, isKept ? chosen : "")
                        .path("/")
                        .maxAge(isKept ? A_YEAR : Duration.ZERO)
                        .secure(isSecure)
                        .httpOnly(true)
                        .sameSite("Lax")
                        .build());
    }

    /** The gateway ends https before us; browsers say with every form from which address it came. */
    private static boolean isOverHttps(HttpHeaders headers) {
        String origin = headers.getOrigin();
        return origin != null && origin.startsWith("https://");
    }
}
