package org.memoro.web.signin;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

    private final Pages pages;

    SignInPages(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/sign-in")
    ResponseEntity<byte[]> show(
            @RequestHeader(name = "X-Sign-In-Providers", defaultValue = "") String offered,
            ServerWebExchange exchange) {
        List<String> providers =
                Arrays.stream(offered.split(",")).map(String::strip).toList();
        return pages.show(
                "signin/page",
                Map.of(
                        "google", providers.contains("google"),
                        "local", providers.contains("local"),
                        "failed", exchange.getRequest().getQueryParams().containsKey("error"),
                        "theme", VisitorArgument.theme(exchange)));
    }
}
