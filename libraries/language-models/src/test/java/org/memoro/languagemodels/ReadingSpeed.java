package org.memoro.languagemodels;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.memoro.languagemodels.offline.OfflineExtractor;
import org.memoro.languagemodels.onnx.OnnxEmbedder;

/**
 * What reading and embedding a note takes of one processor, in seconds of its time, so that whatever else the machine does
 * matters little. Run by name: {@code ./memoro test -pl libraries/language-models -Dtest=ReadingSpeed}.
 */
class ReadingSpeed {
    private static final List<ExtractionRequest> NOTES = Stream.of(
                    "notes-dev.jsonl", "notes-own.jsonl", "notes-more.jsonl", "notes-sixty.jsonl")
            .flatMap(file -> Notes.labelled(file).stream())
            .map(Notes.Labelled::request)
            .toList();
    private static final int ROUNDS = 4;

    @Test
    void isFiftyNotesASecond() {
        OfflineExtractor extractor = new OfflineExtractor();
        OnnxEmbedder embedder = new OnnxEmbedder();
        embedder.load();
        secondsFor(extractor::extract); // loads classes and compiles
        secondsFor(note -> embedder.passage(note.text()));

        double reading = secondsFor(extractor::extract);
        double embedding = secondsFor(note -> embedder.passage(note.text()));

        int notes = NOTES.size() * ROUNDS;
        System.out.printf(
                "%d notes: read at %.0f, embedded at %.0f, both at %.0f a second of one processor%n",
                notes, notes / reading, notes / embedding, notes / (reading + embedding));
        assertThat(notes / (reading + embedding)).isGreaterThanOrEqualTo(50);
        embedder.close();
    }

    private static double secondsFor(Consumer<ExtractionRequest> work) {
        double before = cpuSeconds();
        for (int round = 0; round < ROUNDS; round++) {
            NOTES.forEach(work);
        }
        return cpuSeconds() - before;
    }

    /** Of all threads of this process: an engine may use several. */
    private static double cpuSeconds() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }
}
