package org.memoro.languagemodels.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the plain lists of words beside the rules: {@code #} starts a comment, {@code [name]} a section. */
public final class WordList {

    private WordList() {}

    /** All words of a list of single words, folded; several may stand on a line. */
    public static Set<String> words(String path) {
        return sections(path).values().stream()
                .flatMap(List::stream)
                .flatMap(line -> Stream.of(line.split("\\s+")))
                .map(Folding::fold)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All lines of a list, folded. */
    public static Set<String> lines(String path) {
        return sections(path).values().stream()
                .flatMap(List::stream)
                .map(Folding::fold)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The lines of each section, in order; lines before the first section belong to the section "". */
    public static Map<String, List<String>> sections(String path) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        sections.put("", current);
        for (String raw : read(path)) {
            String line = raw.replaceFirst("(^|\\s)#.*", "").strip();
            if (line.startsWith("[") && line.endsWith("]")) {
                current = sections.computeIfAbsent(line.substring(1, line.length() - 1), name -> new ArrayList<>());
            } else if (!line.isEmpty()) {
                current.add(line);
            }
        }
        return sections;
    }

    private static List<String> read(String path) {
        String resource = "/language/" + path;
        try (InputStream stream = WordList.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("The word list " + resource + " is not on the class path");
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
