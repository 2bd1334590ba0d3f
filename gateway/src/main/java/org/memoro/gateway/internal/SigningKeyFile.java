package org.memoro.gateway.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.memoro.internaltokens.SigningKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Signing keys in a file, such as a mounted secret; what it says now counts, without a restart. */
@Component
@ConditionalOnProperty("memoro.gateway.signing.key-file")
class SigningKeyFile implements Supplier<SigningKeys>, ApplicationListener<ApplicationReadyEvent>, DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(SigningKeyFile.class);
    /** A mounted secret itself takes up to a minute to change. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Path file;
    private final Disposable.Swap running = Disposables.swap();
    private volatile Content content;

    /** What was read, and the keys it holds. */
    private record Content(String text, SigningKeys keys) {}

    SigningKeyFile(SigningSettings settings) {
        this.file = Objects.requireNonNull(settings.keyFile());
        String text = read();
        this.content = new Content(text, SigningKeys.parse(text)); // a start without keys is none
    }

    @Override
    public SigningKeys get() {
        return content.keys();
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        running.update(Flux.interval(PAUSE, Schedulers.boundedElastic())
                .onBackpressureDrop()
                .subscribe(tick -> readAgain()));
    }

    /** Keeps the keys it has when the file is broken or gone: half-written files are a matter of seconds. */
    void readAgain() {
        try {
            String text = read();
            if (!text.equals(content.text())) {
                content = new Content(text, SigningKeys.parse(text));
                log.info("Signing internal tokens with {}", content.keys());
            }
        } catch (UncheckedIOException | IllegalArgumentException e) {
            log.warn("The signing keys in {} cannot be read; those before stay: {}", file, e.getMessage());
        }
    }

    private String read() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void destroy() {
        running.dispose();
    }
}
