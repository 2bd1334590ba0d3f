package org.memoro.helm;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** One of our charts, rendered by the Helm library itself. */
record Chart(String name, Path folder) {
    /** The repository, seen from this module. */
    static final Path REPOSITORY = Path.of("..", "..").toAbsolutePath().normalize();

    static final Chart MEMORO = new Chart("memoro", REPOSITORY.resolve("helm/memoro"));

    static final Chart DATA = new Chart("memoro-data", REPOSITORY.resolve("helm/memoro-data"));

    /** The oldest that the chart takes, and what providers run. */
    static final List<String> KUBERNETES = List.of("1.32.0", "1.34.2", "1.36.0");

    static final String NEWEST = KUBERNETES.getLast();

    private static final String NOTES_AS_MANIFEST = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: notes}
            data:
              notes: {{ tpl (.Files.Get "notes.txt") . | quote }}
            """;
    private static final Map<String, Path> UNHOOKED = new ConcurrentHashMap<>();
    private static final String HELM = absenceOfHelm();

    /** What {@code helm lint --strict} says. */
    LintResult lint() {
        return helm(folder).lint().strict().call();
    }

    /** With all hooks, which the library leaves out, as ordinary manifests marked {@code x-helm.sh/hook}. */
    Manifests render(String kubernetes, Path... values) {
        return Manifests.parse(template(unhooked(), name, kubernetes, values));
    }

    Manifests render(Path... values) {
        return render(NEWEST, values);
    }

    /** As it is written, hooks and all. */
    String textWithHooks(Path... values) {
        return template(unhooked(), name, NEWEST, values).replace("x-helm.sh/hook:", "helm.sh/hook:");
    }

    /** As Helm would install it, without hooks. */
    String text(String release, String kubernetes, Path... values) {
        return template(folder, release, kubernetes, values);
    }

    /** What is printed after an installation, which the library renders but keeps to itself. */
    String notes(String release, Path... values) {
        try {
            Path copy = copyWithoutHooks();
            Files.copy(file("templates/NOTES.txt"), copy.resolve("notes.txt"));
            Files.writeString(copy.resolve("templates/notes.yaml"), NOTES_AS_MANIFEST);
            return Manifests.parse(template(copy, release, NEWEST, values))
                    .one("ConfigMap", "notes")
                    .at("/data/notes")
                    .asString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The values files that people are told to use. */
    List<Path> valuesFiles() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("values-.*\\.yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(String relative) {
        return folder.resolve(relative);
    }

    /** A values file of the tests. */
    static Path values(String file) {
        return REPOSITORY.resolve("helm/chart-tests/src/test/resources/values").resolve(file);
    }

    private static String template(Path chart, String release, String kubernetes, Path... values) {
        TemplateCommand command =
                helm(chart).template().withName(release).withNamespace("memoro").withKubeVersion(kubernetes);
        for (Path file : values) {
            command.withValuesFile(file);
        }
        return command.call();
    }

    /** A sentence where the library is not there, else nothing. */
    private static String absenceOfHelm() {
        try {
            Helm.version().call();
            return "";
        } catch (LinkageError | RuntimeException e) {
            return "there is no Helm library for this system: " + e.getMessage();
        }
    }

    private static Helm helm(Path chart) {
        assumeTrue(HELM.isEmpty(), HELM);
        return new Helm(chart);
    }

    /** One copy for all renderings of this JVM. */
    private Path unhooked() {
        return UNHOOKED.computeIfAbsent(name, copied -> copyWithoutHooks());
    }

    private Path copyWithoutHooks() {
        try {
            Path copy = Files.createTempDirectory("chart").resolve(name);
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path target = copy.resolve(folder.relativize(file));
                    Files.createDirectories(target.getParent());
                    Files.writeString(target, Files.readString(file).replace("helm.sh/hook:", "x-helm.sh/hook:"));
                }
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
