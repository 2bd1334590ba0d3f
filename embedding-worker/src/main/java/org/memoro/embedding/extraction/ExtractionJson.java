package org.memoro.embedding.extraction;

import org.memoro.languagemodels.Extraction;
import tools.jackson.databind.json.JsonMapper;

/** Extractions as JSON in the database, in the published schema and independent of how a web framework is set up. */
final class ExtractionJson {
    private static final JsonMapper JSON = new JsonMapper();

    private ExtractionJson() {}

    static String write(Extraction extraction) {
        return JSON.writeValueAsString(extraction);
    }

    static Extraction read(String json) {
        return JSON.readValue(json, Extraction.class);
    }
}
