package org.memoro.languagemodels.offline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.memoro.languagemodels.Extraction;
import org.memoro.languagemodels.ExtractionRequest;
import org.memoro.languagemodels.KnownContact;

/** Tables of sentences as people write them, each with what should be read from it. */
final class Phrasings {

    private static final OfflineExtractor EXTRACTOR = new OfflineExtractor();
    private static final List<KnownContact> CONTACTS = List.of(
            new KnownContact("c1", "Anna", "Petrova", List.of()), new KnownContact("c2", "Tom", "Weber", List.of()));

    private Phrasings() {}

    /** A note, and what a table says in its own notation is to be read from it. */
    record Phrasing(String note, String expected) {

        Extraction read() {
            return EXTRACTOR.extract(new ExtractionRequest(
                    note, Instant.parse("2026-05-20T18:00:00Z"), ZoneId.of("Europe/London"), CONTACTS));
        }

        @Override
        public String toString() {
            return note;
        }
    }

    /** The lines of a table; {@code #} starts a comment. */
    static Stream<Phrasing> of(String part) {
        String resource = "/phrasings/" + part + ".tsv";
        try (InputStream table = Phrasings.class.getResourceAsStream(resource)) {
            String text = new String(Objects.requireNonNull(table, resource).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .map(cells -> new Phrasing(cells[0], cells[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
