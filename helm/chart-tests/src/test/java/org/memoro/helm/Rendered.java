package org.memoro.helm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The charts with every values file there is, rendered once for all tests. */
final class Rendered {
    private static final Map<List<Path>, Manifests> KNOWN = new ConcurrentHashMap<>();

    private Rendered() {}

    /** Ours for people, completed by what only they know, and those of the tests. */
    static Stream<List<Path>> valuesOfMemoro() {
        List<List<Path>> all = new ArrayList<>();
        Chart.MEMORO.valuesFiles().forEach(file -> all.add(List.of(file, completing(file))));
        all.add(List.of(Chart.values("least.yaml")));
        all.add(List.of(Chart.values("most.yaml")));
        return all.stream();
    }

    private static Path completing(Path file) {
        return Chart.values(file.getFileName().toString().replaceFirst("values-", "with-"));
    }

    /** What all charts make of all values files. */
    static Stream<Manifests> everything() {
        return Stream.concat(memoro(), data());
    }

    /** What the companion chart makes of its values files, and of none. */
    static Stream<Manifests> data() {
        Stream<List<Path>> own = Chart.DATA.valuesFiles().stream().map(List::of);
        return Stream.concat(Stream.of(List.<Path>of()), own)
                .map(values -> KNOWN.computeIfAbsent(
                        Stream.concat(Stream.of(Path.of("data")), values.stream())
                                .toList(),
                        files -> Chart.DATA.render(values.toArray(Path[]::new))));
    }

    static Stream<Manifests> memoro() {
        return valuesOfMemoro().map(Rendered::memoro);
    }

    static Manifests memoro(List<Path> values) {
        return KNOWN.computeIfAbsent(values, files -> Chart.MEMORO.render(files.toArray(Path[]::new)));
    }

    static Manifests memoro(String file) {
        return memoro(List.of(Chart.values(file)));
    }
}
