package org.memoro.api;

import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Holds an answer back until it is kept, so that no client sees an answer that a repetition would not get. */
final class RecordedResponse extends ServerHttpResponseDecorator {
    private byte[] body = new byte[0];
    private boolean recorded;
    private Supplier<Mono<Void>> keep = Mono::empty;

    RecordedResponse(ServerHttpResponse delegate) {
        super(delegate);
    }

    void beforeWriting(Supplier<Mono<Void>> action) {
        this.keep = action;
    }

    boolean isRecorded() {
        return recorded;
    }

    byte[] body() {
        return body;
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> content) {
        return DataBufferUtils.join(Flux.from(content))
                .map(IdempotencyFilter::bytes)
                .defaultIfEmpty(new byte[0])
                .flatMap(bytes -> {
                    body = bytes;
                    recorded = true;
                    return keep.get()
                            .then(super.writeWith(Mono.just(bufferFactory().wrap(bytes))));
                });
    }

    @Override
    public Mono<Void> setComplete() {
        if (recorded) {
            return super.setComplete();
        }
        recorded = true;
        return keep.get().then(super.setComplete());
    }
}
