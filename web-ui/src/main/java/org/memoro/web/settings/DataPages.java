package org.memoro.web.settings;

import java.util.Map;
import org.memoro.web.layout.Visitor;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Everything to take along, and the way to leave nothing behind; the gateway does both. */
@RestController
class DataPages {

    private final SettingsFrame settings;

    DataPages(SettingsFrame settings) {
        this.settings = settings;
    }

    @GetMapping("/settings/data")
    Mono<ResponseEntity<byte[]>> show(Visitor visitor) {
        return settings.page(visitor, Tab.DATA, null, Map.of());
    }

    @GetMapping("/settings/delete")
    Mono<ResponseEntity<byte[]>> ask(Visitor visitor, ServerWebExchange exchange) {
        boolean isUnconfirmed = exchange.getRequest().getQueryParams().containsKey("unconfirmed");
        return settings.page(visitor, HttpStatus.OK, "settings/delete", null, Map.of("isUnconfirmed", isUnconfirmed));
    }

    @GetMapping(path = "/settings/delete", headers = "HX-Request")
    ResponseEntity<byte[]> askInPlace(Visitor visitor) {
        return settings.fragment(visitor, HttpStatus.OK, "settings/delete-form", null, Map.of("isDialog", true));
    }
}
