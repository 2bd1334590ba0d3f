package org.memoro.languagemodels.openai;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The instructions of {@code prompts/extract-facts.md}, their version, and the schema that answers follow. */
record ExtractionPrompt(String version, String instructions, JsonNode schema) {

    private static final String PROMPT = "/prompts/extract-facts.md";
    private static final String SCHEMA = "/language/extraction.schema.json";
    private static final String FENCE = "---\n";

    static ExtractionPrompt load() {
        String file = read(PROMPT);
        int end = file.indexOf(FENCE, FENCE.length());
        if (!file.startsWith(FENCE) || end < 0) {
            throw new IllegalStateException(PROMPT + " does not start with its version between two lines of ---");
        }
        String version = file.substring(FENCE.length(), end)
                .lines()
                .filter(line -> line.startsWith("version:"))
                .map(line -> line.substring("version:".length()).strip())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(PROMPT + " names no version"));
        ObjectNode schema = (ObjectNode) JsonMapper.builder().build().readTree(read(SCHEMA));
        schema.remove("$schema");
        schema.remove("$id");
        return new ExtractionPrompt(
                version, file.substring(end + FENCE.length()).strip(), schema);
    }

    private static String read(String path) {
        try (InputStream stream = ExtractionPrompt.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException(path + " is not on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
