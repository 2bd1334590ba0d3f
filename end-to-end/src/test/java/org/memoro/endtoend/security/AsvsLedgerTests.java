package org.memoro.endtoend.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.memoro.endtoend.security.AsvsLedger.Line;

/** What docs/security/asvs.csv says of Memoro: complete, good enough, and not about things that are no more. */
@Tag("security")
class AsvsLedgerTests {
    /** The lines of ASVS 5.0.0 by level; its texts are not ours to repeat. */
    private static final int LEVEL_1 = 70;

    private static final int LEVEL_2 = 183;

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<Line> LINES = AsvsLedger.read(ROOT.resolve("docs/security/asvs.csv"));

    @Test
    void namesEveryRequirementOnce() {
        assertThat(LINES)
                .extracting(Line::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("V\\d+\\.\\d+\\.\\d+"));
        assertThat(ofLevel(1)).hasSize(LEVEL_1);
        assertThat(ofLevel(2)).hasSize(LEVEL_2);
        assertThat(LINES).hasSize(LEVEL_1 + LEVEL_2);
    }

    @Test
    void givesEvidenceForWhatIsMetAndAReasonForWhatIsNot() {
        assertThat(LINES).allSatisfy(line -> {
            assertThat(line.status()).isIn("met", "not-applicable", "not-met");
            assertThat(line.status().equals("met") && line.evidence().isEmpty())
                    .as("%s is said to be met and nothing shows it", line.id())
                    .isFalse();
            assertThat(line.status().equals("met") || line.reason().endsWith("."))
                    .as("%s says why in a sentence", line.id())
                    .isTrue();
        });
    }

    @Test
    void pointsAtWhatIsThere() {
        assertThat(LINES.stream().flatMap(line -> line.evidence().stream().map(evidence -> problem(line, evidence))))
                .filteredOn(problem -> !problem.isEmpty())
                .isEmpty();
    }

    @Test
    void meetsAllOfLevelOneAndNearlyAllOfLevelTwo() {
        assertThat(share(ofLevel(1))).isEqualTo(1.0);
        assertThat(share(ofLevel(2))).isGreaterThanOrEqualTo(0.95);
    }

    private static List<Line> ofLevel(int level) {
        return LINES.stream().filter(line -> line.level() == level).toList();
    }

    /** Of those that apply. */
    private static double share(List<Line> lines) {
        List<Line> applicable = lines.stream()
                .filter(line -> !line.status().equals("not-applicable"))
                .toList();
        return (double) applicable.stream()
                        .filter(line -> line.status().equals("met"))
                        .count()
                / applicable.size();
    }

    /** Empty when the file is there, or exactly one class of that name in its module, with the method. */
    private static String problem(Line line, AsvsLedger.Evidence evidence) {
        if (evidence.isFile()) {
            return Files.exists(ROOT.resolve(evidence.path())) ? "" : line.id() + ": no file " + evidence.path();
        }
        List<Path> sources = sources(evidence);
        if (sources.size() != 1) {
            return line.id() + ": " + sources.size() + " classes " + evidence.path();
        }
        return evidence.method().isEmpty() || text(sources.getFirst()).contains(" " + evidence.method() + "(")
                ? ""
                : line.id() + ": no method " + evidence.method() + " in " + evidence.path();
    }

    private static List<Path> sources(AsvsLedger.Evidence evidence) {
        Path sources = ROOT.resolve(evidence.module()).resolve("src");
        if (!Files.exists(sources)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.endsWith(evidence.source())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
