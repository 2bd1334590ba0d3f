package org.memoro.languagemodels.openai;

import org.memoro.languagemodels.ModelUsage;
import tools.jackson.databind.JsonNode;

/** Reads what an answer cost. */
final class Usage {

    private Usage() {}

    static ModelUsage of(JsonNode answer, String askedModel) {
        JsonNode usage = answer.path("usage");
        JsonNode cost = usage.path("cost");
        return new ModelUsage(
                answer.path("model").asString(askedModel),
                usage.path("prompt_tokens").asLong(0),
                usage.path("completion_tokens").asLong(0),
                cost.isNumber() ? cost.decimalValue() : null);
    }
}
