package org.memoro.gateway.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A ZIP that is made while it is sent: what one piece of a file compresses to goes on before the next is read. */
final class ZipStream {
    private final ByteArrayOutputStream made = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(made, StandardCharsets.UTF_8);
    private final Instant now;

    private ZipStream(Instant now) {
        this.now = now;
    }

    /**
     * The files in their order, each read when the one before has ended.
     *
     * @param mayEnd asked before the last bytes, without which no program opens a ZIP; an error breaks off
     */
    static Flux<DataBuffer> of(List<ExportFile> files, Mono<Void> mayEnd, Instant now) {
        return Flux.using(() -> new ZipStream(now), stream -> stream.all(files, mayEnd), ZipStream::release);
    }

    private Flux<DataBuffer> all(List<ExportFile> files, Mono<Void> mayEnd) {
        return Flux.concat(
                        Flux.fromIterable(files).concatMap(this::file, 1),
                        mayEnd.then(Mono.fromSupplier(() -> write(zip::finish))))
                .filter(bytes -> bytes.length > 0)
                .map(DefaultDataBufferFactory.sharedInstance::wrap);
    }

    private Flux<byte[]> file(ExportFile file) {
        return Flux.concat(
                Mono.fromSupplier(() -> write(() -> zip.putNextEntry(entry(file.name())))),
                file.content()
                        .doOnDiscard(DataBuffer.class, DataBufferUtils::release)
                        .map(this::add),
                Mono.fromSupplier(() -> write(zip::closeEntry)));
    }

    private ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(now.toEpochMilli());
        return entry;
    }

    private byte[] add(DataBuffer piece) {
        byte[] bytes = new byte[piece.readableByteCount()];
        piece.read(bytes);
        DataBufferUtils.release(piece);
        return write(() -> zip.write(bytes));
    }

    /** Nothing here waits: the other end is memory. */
    private byte[] write(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] bytes = made.toByteArray();
        made.reset();
        return bytes;
    }

    private void release() {
        try {
            zip.close(); // frees the deflater; what it still writes goes nowhere
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One step of writing. */
    private interface Writing {
        void run() throws IOException;
    }
}
