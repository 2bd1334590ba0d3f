package org.memoro.web.signin;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.memoro.web.layout.Looks;
import org.memoro.web.layout.Pages;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/** The door: one button per way of signing in that the gateway offers. */
@RestController
class SignInPages {

    /** These have a button of their own making. */
    private static final Set<String> KNOWN = Set.of("google", "local");

    /** What went wrong, where more can be said than that it did. */
    private static final Map<String, String> REASONS = Map.of(
            "not-allowed",
            "This account is not on the list of those who may sign in here. Please ask whoever runs this server.",
            "email-not-verified",
            "Your provider has not verified your email address yet. Please verify it there first.",
            "unavailable",
            "Your provider could not be reached. Please try again in a minute.",
            "unknown-provider",
            "This server does not offer that way to sign in. Please choose one of these.",
            "refused",
            "What your provider sent could not be trusted, so nobody was signed in. Please try once more.");

    private static final String OTHERWISE = "It was cancelled or took too long. Please try once more.";

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
                        "hasLeft", exchange.getRequest().getQueryParams().containsKey("left"),
                        "failure", failure(exchange.getRequest().getQueryParams()),
                        "looks", Looks.of(exchange)));
    }

    /** Our own sentence for a slug of the gateway's: an address can be made up by anybody. */
    private static String failure(MultiValueMap<String, String> query) {
        return query.containsKey("error")
                ? REASONS.getOrDefault(Objects.requireNonNullElse(query.getFirst("error"), ""), OTHERWISE)
                : "";
    }
}
