package org.memoro.web.settings;

import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.internaltokens.NotThere;
import org.memoro.web.layout.Pages;
import org.memoro.web.layout.Toast;
import org.memoro.web.layout.Visitor;
import org.memoro.web.neighbour.Accounts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who is signed in, where, in which time zone, and what happened with the account. */
@RestController
class AccountPages {

    private final Accounts accounts;
    private final AccountBody body;
    private final SettingsFrame settings;

    AccountPages(Accounts accounts, AccountBody body, SettingsFrame settings) {
        this.accounts = accounts;
        this.body = body;
        this.settings = settings;
    }

    /** What was chosen in the form. */
    record Zone(@Nullable String timeZone) {}

    @GetMapping("/settings")
    Mono<ResponseEntity<byte[]>> show(
            Visitor visitor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String done) {
        return body.seenFrom(visitor.zone(), cursor, null)
                .flatMap(model -> settings.page(visitor, Tab.ACCOUNT, Done.toast(done), model));
    }

    /** Where the gateway sends whoever typed another word than the one that deletes. */
    @GetMapping(path = "/settings", params = "unconfirmed")
    ResponseEntity<byte[]> unconfirmed() {
        return Pages.goTo("/settings/delete?unconfirmed");
    }

    @GetMapping(path = "/settings", headers = "HX-Request", params = "cursor")
    Mono<ResponseEntity<byte[]>> older(Visitor visitor, @RequestParam String cursor) {
        return body.activity(visitor.zone(), cursor)
                .map(activity -> settings.fragment(
                        visitor,
                        HttpStatus.OK,
                        "settings/activity-rows",
                        null,
                        Map.of("activity", activity, "isOlder", true)));
    }

    @PostMapping("/settings/time-zone")
    Mono<ResponseEntity<byte[]>> timeZone(
            Visitor visitor, @ModelAttribute Zone chosen, @RequestHeader HttpHeaders headers) {
        String zone = chosen.timeZone() == null ? "" : chosen.timeZone();
        return accounts.change(Map.of("timeZone", zone))
                .flatMap(saved -> done(visitor, headers, Done.ZONE, ZoneId.of(saved.timeZone())))
                .onErrorResume(Trouble::isOne, failure -> refused(visitor, headers, Trouble.of(failure)));
    }

    /** Ending what has ended meanwhile is what was wanted. */
    @PostMapping("/settings/sessions/{id:[0-9a-fA-F-]{36}}/end")
    Mono<ResponseEntity<byte[]>> endSession(
            Visitor visitor, @PathVariable UUID id, @RequestHeader HttpHeaders headers) {
        return accounts.endSession(id)
                .onErrorResume(NotThere.class, ended -> Mono.empty())
                .then(Mono.defer(() -> done(visitor, headers, Done.SESSION, visitor.zone())));
    }

    private Mono<ResponseEntity<byte[]>> done(Visitor visitor, HttpHeaders headers, Done done, ZoneId zone) {
        return SettingsFrame.isByScript(headers)
                ? answer(visitor, headers, HttpStatus.OK, done.toast(), body.seenFrom(zone, null, null))
                : Mono.just(Pages.goTo(done.after(Tab.ACCOUNT)));
    }

    private Mono<ResponseEntity<byte[]>> refused(Visitor visitor, HttpHeaders headers, Trouble trouble) {
        return answer(
                visitor, headers, trouble.status(), null, body.seenFrom(visitor.zone(), null, trouble.sentence()));
    }

    private Mono<ResponseEntity<byte[]>> answer(
            Visitor visitor,
            HttpHeaders headers,
            HttpStatus status,
            @Nullable Toast toast,
            Mono<Map<String, Object>> shown) {
        return shown.flatMap(model -> settings.answer(visitor, headers, status, Tab.ACCOUNT, toast, model));
    }
}
