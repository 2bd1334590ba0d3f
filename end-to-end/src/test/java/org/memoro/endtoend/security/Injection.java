package org.memoro.endtoend.security;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/**
 * A text that does harm wherever it is taken for more than a text: it sets {@code window.__pwned}, asks
 * {@code pwn.invalid} or {@code /pwn}, or leaves an attribute {@code data-pwn} behind.
 */
record Injection(String family, String text) {
    private static final String FILE = "/security/injections.jsonl";

    /** Every one of the file. */
    static List<Injection> all() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Injection.class.getResourceAsStream(FILE)), StandardCharsets.UTF_8))) {
            return lines.lines().map(Injection::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them in a full run, else one of each family. */
    static List<Injection> chosen() {
        return Run.FULL ? all() : oneOfEachFamily();
    }

    private static List<Injection> oneOfEachFamily() {
        RandomGenerator random = Run.random("injections");
        Map<String, List<Injection>> families = new LinkedHashMap<>();
        all().forEach(one -> families.computeIfAbsent(one.family(), name -> new ArrayList<>())
                .add(one));
        return families.values().stream()
                .map(family -> family.get(random.nextInt(family.size())))
                .toList();
    }

    private static Injection read(String line) {
        JsonNode injection = Call.JSON.readTree(line);
        return new Injection(
                injection.path("family").asString(), injection.path("payload").asString());
    }

    /** What fits into a field of this length and may be kept: the end, where most of the harm stands. */
    String within(int longest) {
        String kept = text.replace("\0", "");
        return kept.length() <= longest ? kept : kept.substring(kept.length() - longest);
    }

    /** The same without what no address of a page or a mailbox may hold. */
    String unbroken(int longest) {
        String kept = within(Integer.MAX_VALUE).replaceAll("[\\s@<>\\p{Z}\\p{C}]", "");
        return kept.substring(0, Math.min(kept.length(), longest));
    }
}
