package org.memoro.web.signin;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.memoro.web.layout.Pages;
import org.memoro.web.layout.VisitorArgument;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/** The door: one button per way of signing in that the gateway offers. */
@RestController
class SignInPages {

    /** These have a button of their own making. */
    private static final Set<String> KNOWN = Set.of("google", "local");

    private final Pages pages;

    SignInPages(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/sign-in")
    ResponseEntity<byte[]> show(
            @RequestHeader(name = "X-Sign-In-Providers", defaultValue = "") String offered,
            ServerWebExchange exchange) {
        List<String> providers = Arrays.stream(offered.split(","))
                .map(String::strip)
                .filter(provider -> !provider.isEmpty())
                .toList();
        return pages.show(
                "signin/page",
                Map.of(
                        "google", providers.contains("google"),
                        "local", providers.contains("local"),
                        "others",
                                providers.stream()
                                        .filter(provider -> !KNOWN.contains(provider))
                                        .toList(),
                        "failed", exchange.getRequest().getQueryParams().containsKey("error"),
                        "theme", VisitorArgument.theme(exchange)));
    }
}
