package org.memoro.web.settings;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.memoro.internaltokens.DependencyUnavailable;
import org.memoro.web.frame.Frames;
import org.memoro.web.layout.Frame;
import org.memoro.web.layout.Pages;
import org.memoro.web.layout.Toast;
import org.memoro.web.layout.Visitor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the settings have in common: a whole page or, for htmx, its body, and staying up when the gateway does not. */
@Component
class SettingsFrame {

    private final Frames frames;
    private final Pages pages;

    SettingsFrame(Frames frames, Pages pages) {
        this.frames = frames;
        this.pages = pages;
    }

    Mono<ResponseEntity<byte[]>> page(Visitor visitor, Tab tab, @Nullable Toast toast, Map<String, ?> model) {
        return page(visitor, HttpStatus.OK, tab.template(), toast, model);
    }

    Mono<ResponseEntity<byte[]>> page(
            Visitor visitor, HttpStatusCode status, String template, @Nullable Toast toast, Map<String, ?> model) {
        return frames.around(visitor, Frame.Section.SETTINGS).map(frame -> {
            Map<String, Object> whole = new HashMap<>(model);
            whole.put("frame", frame.with(toast));
            return pages.show(status, template, whole);
        });
    }

    /** The answer to a form: what stands on the tab afterwards, as much of it as was asked for. */
    Mono<ResponseEntity<byte[]>> answer(
            Visitor visitor,
            HttpHeaders asked,
            HttpStatusCode status,
            Tab tab,
            @Nullable Toast toast,
            Map<String, ?> model) {
        return isByScript(asked)
                ? Mono.fromSupplier(() -> fragment(visitor, status, tab.template() + "-body", toast, model))
                : page(visitor, status, tab.template(), toast, model);
    }

    ResponseEntity<byte[]> fragment(
            Visitor visitor, HttpStatusCode status, String template, @Nullable Toast toast, Map<String, ?> model) {
        Map<String, Object> whole = new HashMap<>(model);
        whole.put("visitor", visitor);
        if (toast != null) {
            whole.put("toast", toast);
        }
        return pages.show(status, template, whole);
    }

    static boolean isByScript(HttpHeaders asked) {
        return asked.containsHeader("HX-Request");
    }

    /** Empty while it cannot be asked for, so that the rest of the page can be shown. */
    static <T> Mono<Optional<T>> ifThere(Mono<T> part) {
        return part.map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .onErrorReturn(DependencyUnavailable.class, Optional.empty());
    }
}
