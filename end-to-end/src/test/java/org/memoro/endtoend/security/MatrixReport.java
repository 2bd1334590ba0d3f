package org.memoro.endtoend.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of operations and cases, each with what was answered. */
final class MatrixReport {
    private final Map<String, List<String>> rows = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();
    private int cells;

    void right(Operation operation, String kind, Answer answer) {
        note(operation, kind, answer.status() + (answer.code().isEmpty() ? "" : " " + answer.code()));
    }

    void wrong(Operation operation, String kind, String why) {
        note(operation, kind, "**WRONG**");
        failures.add(operation.name() + ", " + kind + ": " + why);
    }

    void skipped(Operation operation, String kind, String reason) {
        rows.computeIfAbsent(operation.name(), name -> new ArrayList<>()).add(kind + " | – " + reason);
    }

    private void note(Operation operation, String kind, String result) {
        cells++;
        rows.computeIfAbsent(operation.name(), name -> new ArrayList<>()).add(kind + " | " + result);
    }

    List<String> failures() {
        return failures;
    }

    String summary(int operations) {
        return "Matrix: " + rows.size() + " of " + operations + " operations, " + cells + " cases, " + failures.size()
                + " wrong";
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(
                    file,
                    Stream.concat(
                                    Stream.of("| operation | case | answer |", "|---|---|---|"),
                                    rows.entrySet().stream().flatMap(row -> row.getValue().stream()
                                            .map(cell -> "| " + row.getKey() + " | " + cell + " |")))
                            .collect(Collectors.toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
