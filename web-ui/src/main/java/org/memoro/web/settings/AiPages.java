package org.memoro.web.settings;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.memoro.web.layout.Pages;
import org.memoro.web.layout.Visitor;
import org.memoro.web.neighbour.Account;
import org.memoro.web.neighbour.Accounts;
import org.memoro.web.neighbour.Interaction;
import org.memoro.web.neighbour.Interactions;
import org.memoro.web.neighbour.VectorProgress;
import org.memoro.web.neighbour.Vectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How far notes may travel in order to be understood. */
@RestController
class AiPages {

    private static final int LATELY = 10;

    private final Accounts accounts;
    private final Interactions interactions;
    private final Vectors vectors;
    private final SettingsFrame settings;

    AiPages(Accounts accounts, Interactions interactions, Vectors vectors, SettingsFrame settings) {
        this.accounts = accounts;
        this.interactions = interactions;
        this.vectors = vectors;
        this.settings = settings;
    }

    /** What was chosen in the form. */
    record Wish(@Nullable String enrichment) {}

    @GetMapping("/settings/ai")
    Mono<ResponseEntity<byte[]>> show(Visitor visitor, @RequestParam(required = false) @Nullable String done) {
        return SettingsFrame.ifThere(accounts.get())
                .flatMap(account -> model(account, null))
                .flatMap(model -> settings.page(visitor, Tab.AI, Done.toast(done), model));
    }

    @PostMapping("/settings/ai")
    Mono<ResponseEntity<byte[]>> choose(
            Visitor visitor, @ModelAttribute Wish wish, @RequestHeader HttpHeaders headers) {
        String enrichment = wish.enrichment() == null ? "" : wish.enrichment();
        return accounts.change(Map.of("enrichment", enrichment))
                .flatMap(saved -> SettingsFrame.isByScript(headers)
                        ? model(Optional.of(saved), null)
                                .flatMap(model -> settings.answer(
                                        visitor, headers, HttpStatus.OK, Tab.AI, Done.AI.toast(), model))
                        : Mono.just(Pages.goTo(Done.AI.after(Tab.AI))))
                .onErrorResume(Trouble::isOne, failure -> refused(visitor, headers, Trouble.of(failure)));
    }

    /** Asked for again and again while the model is catching up. */
    @GetMapping(path = "/settings/ai/vectors", headers = "HX-Request")
    Mono<ResponseEntity<byte[]>> progress(Visitor visitor) {
        return SettingsFrame.ifThere(catchingUp()).map(progress -> {
            Map<String, Object> model = new HashMap<>();
            progress.ifPresent(there -> model.put("vectors", there));
            return settings.fragment(visitor, HttpStatus.OK, "settings/vectors", null, model);
        });
    }

    private Mono<ResponseEntity<byte[]>> refused(Visitor visitor, HttpHeaders headers, Trouble trouble) {
        return SettingsFrame.ifThere(accounts.get())
                .flatMap(account -> model(account, trouble.sentence()))
                .flatMap(model -> settings.answer(visitor, headers, trouble.status(), Tab.AI, null, model));
    }

    private Mono<Map<String, Object>> model(Optional<Account> account, @Nullable String wrong) {
        return Mono.zip(SettingsFrame.ifThere(lastReading()), SettingsFrame.ifThere(catchingUp()))
                .map(found -> model(account, found.getT1(), found.getT2(), wrong));
    }

    private static Map<String, Object> model(
            Optional<Account> account,
            Optional<Reading> reading,
            Optional<VectorProgress> catchingUp,
            @Nullable String wrong) {
        Map<String, Object> model = new HashMap<>();
        catchingUp.ifPresent(progress -> model.put("vectors", progress));
        account.ifPresent(there -> model.put("chosen", there.enrichment()));
        reading.ifPresent(last -> model.put("reading", last));
        if (wrong != null) {
            model.put("wrong", wrong);
        }
        return model;
    }

    private Mono<VectorProgress> catchingUp() {
        return vectors.progress().filter(VectorProgress::catchingUp);
    }

    /** Who understood the newest of the last notes: the only thing that can be known here about providers. */
    private Mono<Reading> lastReading() {
        return interactions
                .list(null, null, LATELY)
                .flatMap(slice -> Mono.justOrEmpty(slice.items().stream()
                        .map(Interaction::understanding)
                        .flatMap(understanding -> Reading.of(understanding).stream())
                        .findFirst()));
    }
}
