package org.memoro.web.settings;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.internaltokens.NotThere;
import org.memoro.web.layout.DayWords;
import org.memoro.web.layout.Pages;
import org.memoro.web.layout.Toast;
import org.memoro.web.layout.Visitor;
import org.memoro.web.neighbour.AccessToken;
import org.memoro.web.neighbour.Accounts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Personal access tokens: made here and shown once, listed, revoked after a question. */
@RestController
class TokenPages {

    private final Accounts accounts;
    private final SettingsFrame settings;
    private final Clock clock;

    TokenPages(Accounts accounts, SettingsFrame settings, Clock clock) {
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/settings/tokens")
    Mono<ResponseEntity<byte[]>> show(
            Visitor visitor,
            @RequestHeader HttpHeaders headers,
            @RequestParam(required = false) @Nullable String done) {
        return answer(visitor, headers, HttpStatus.OK, Done.toast(done), TokenForm.empty(), null);
    }

    /** Answers with the page itself: the text of a token must stand in no address and no store of ours. */
    @PostMapping("/settings/tokens")
    Mono<ResponseEntity<byte[]>> make(Visitor visitor, @RequestHeader HttpHeaders headers, ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(TokenForm::typed)
                .map(TokenForm::checked)
                .flatMap(form -> form.isRight()
                        ? make(visitor, headers, form)
                        : answer(visitor, headers, HttpStatus.UNPROCESSABLE_CONTENT, null, form, null));
    }

    private Mono<ResponseEntity<byte[]>> make(Visitor visitor, HttpHeaders headers, TokenForm form) {
        return accounts.addToken(form.wanted(clock.instant()), form.key())
                .flatMap(made -> answer(visitor, headers, HttpStatus.OK, null, TokenForm.empty(), made))
                .onErrorResume(Trouble::isOne, failure -> {
                    Trouble trouble = Trouble.of(failure);
                    return answer(visitor, headers, trouble.status(), null, form.refused(trouble), null);
                });
    }

    @GetMapping("/settings/tokens/{id:[0-9a-fA-F-]{36}}/revoke")
    Mono<ResponseEntity<byte[]>> ask(Visitor visitor, @PathVariable UUID id, @RequestHeader HttpHeaders headers) {
        return token(id)
                .flatMap(token -> SettingsFrame.isByScript(headers)
                        ? Mono.fromSupplier(() -> settings.fragment(
                                visitor,
                                HttpStatus.OK,
                                "settings/revoke-form",
                                null,
                                Map.of("token", token, "isDialog", true)))
                        : settings.page(visitor, HttpStatus.OK, "settings/revoke", null, Map.of("token", token)));
    }

    /** Revoking what has been revoked meanwhile is what was wanted. */
    @PostMapping("/settings/tokens/{id:[0-9a-fA-F-]{36}}/revoke")
    Mono<ResponseEntity<byte[]>> revoke(Visitor visitor, @PathVariable UUID id, @RequestHeader HttpHeaders headers) {
        return accounts.revokeToken(id)
                .onErrorResume(NotThere.class, gone -> Mono.empty())
                .then(Mono.defer(() -> SettingsFrame.isByScript(headers)
                        ? answer(visitor, headers, HttpStatus.OK, Done.TOKEN.toast(), TokenForm.empty(), null)
                        : Mono.just(Pages.goTo(Done.TOKEN.after(Tab.TOKENS)))));
    }

    private Mono<AccessToken> token(UUID id) {
        return accounts.tokens()
                .flatMapIterable(tokens -> tokens)
                .filter(token -> token.id().equals(id))
                .next()
                .switchIfEmpty(Mono.error(() -> new NotThere("token-not-found")));
    }

    private Mono<ResponseEntity<byte[]>> answer(
            Visitor visitor,
            HttpHeaders headers,
            HttpStatus status,
            @Nullable Toast toast,
            TokenForm form,
            @Nullable AccessToken made) {
        return SettingsFrame.ifThere(accounts.tokens()).flatMap(tokens -> {
            Map<String, Object> model = new HashMap<>();
            model.put("form", form);
            tokens.ifPresent(list -> model.put("tokens", rows(visitor, list)));
            if (made != null) {
                model.put("made", made);
            }
            return settings.answer(visitor, headers, status, Tab.TOKENS, toast, model);
        });
    }

    private List<TokenRow> rows(Visitor visitor, List<AccessToken> tokens) {
        return TokenRow.all(tokens, clock.instant(), new DayWords(clock.instant(), visitor.zone()));
    }
}
