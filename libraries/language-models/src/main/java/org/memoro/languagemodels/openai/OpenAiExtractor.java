package org.memoro.languagemodels.openai;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction;
import org.memoro.languagemodels.ExtractionAnswer;
import org.memoro.languagemodels.ExtractionChecks;
import org.memoro.languagemodels.ExtractionRequest;
import org.memoro.languagemodels.FactExtractor;
import org.memoro.languagemodels.KnownContact;
import org.memoro.languagemodels.ModelUnavailableException;
import org.memoro.languagemodels.ModelUnavailableException.Reason;
import org.memoro.languagemodels.ModelUsage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads facts out of a note with a chat model that answers in a strict JSON schema. The note is data in the user message;
 * what comes back is checked against it like any other engine's work.
 */
public final class OpenAiExtractor implements FactExtractor {

    /** Room for twenty people with their facts; a longer answer is a model that lost its way. */
    private static final int MAX_TOKENS = 6_000;

    private final OpenAiSettings settings;
    private final OpenAiClient client;
    private final ExtractionPrompt prompt = ExtractionPrompt.load();
    private final ExtractionChecks checks = new ExtractionChecks();
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public OpenAiExtractor(OpenAiSettings settings) {
        this.settings = settings;
        this.client = new OpenAiClient(settings);
    }

    @Override
    public ExtractionAnswer answer(ExtractionRequest request) {
        ContactAliases aliases = ContactAliases.forNote(request.text(), request.contacts());
        JsonNode body = body(request, aliases);
        long begun = System.nanoTime();
        ModelUsage spent = null;
        // A model that answered nonsense once may answer sense; twice it will not.
        for (int attempt = 1; attempt <= 2; attempt++) {
            JsonNode answer = ask(body, spent, settings.responseTimeout().minusNanos(System.nanoTime() - begun));
            if (answer == null) {
                continue;
            }
            ModelUsage cost = Usage.of(answer, settings.model());
            spent = spent == null ? cost : spent.plus(cost);
            Extraction extraction = extraction(answer, spent);
            if (extraction != null) {
                return new ExtractionAnswer(checks.verified(aliases.resolved(extraction), request), spent);
            }
        }
        throw new ModelUnavailableException(Reason.INVALID_ANSWER, "The model's answers do not follow the schema", null)
                .after(spent);
    }

    @Override
    public String engine() {
        return "openai:" + settings.model() + ":prompt-" + prompt.version();
    }

    /** The answer; null when it is no JSON at all. Both attempts share the time of one. */
    private @Nullable JsonNode ask(JsonNode body, @Nullable ModelUsage spent, Duration left) {
        if (!left.isPositive()) {
            throw new ModelUnavailableException(Reason.TIMED_OUT, "No time is left to ask again", null).after(spent);
        }
        try {
            return client.post("/chat/completions", body, left);
        } catch (ModelUnavailableException e) {
            if (e.reason() == Reason.INVALID_ANSWER) {
                return null;
            }
            throw e.after(spent);
        }
    }

    private ObjectNode body(ExtractionRequest request, ContactAliases aliases) {
        ObjectNode body = client.newBody();
        if (body.get("provider") instanceof ObjectNode provider) {
            provider.put("require_parameters", true);
        }
        body.put("temperature", 0);
        body.put("max_tokens", MAX_TOKENS);
        ArrayNode messages = body.putArray("messages");
        messages.addObject().put("role", "system").put("content", prompt.instructions());
        messages.addObject().put("role", "user").put("content", json.writeValueAsString(note(request, aliases)));
        ObjectNode format = body.putObject("response_format");
        format.put("type", "json_schema");
        ObjectNode schema = format.putObject("json_schema");
        schema.put("name", "extraction");
        schema.put("strict", true);
        schema.set("schema", prompt.schema());
        return body;
    }

    private ObjectNode note(ExtractionRequest request, ContactAliases aliases) {
        ObjectNode note = json.createObjectNode();
        note.put("note", request.text());
        note.put(
                "written_at",
                OffsetDateTime.ofInstant(request.writtenAt(), request.zone()).toString());
        note.put("time_zone", request.zone().getId());
        ObjectNode today = note.putObject("today");
        today.put("date", request.today().toString());
        today.put("weekday", request.today().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        note.putNull("day_first");
        ArrayNode contacts = note.putArray("contacts");
        for (KnownContact contact : aliases.contacts()) {
            ObjectNode entry = contacts.addObject();
            entry.put("id", contact.id());
            entry.put("first_name", contact.firstName());
            entry.put("last_name", contact.lastName());
            ArrayNode nicknames = entry.putArray("nicknames");
            contact.nicknames().forEach(nicknames::add);
        }
        return note;
    }

    /** The extraction in the answer; null when the answer does not follow the schema. */
    private @Nullable Extraction extraction(JsonNode answer, ModelUsage spent) {
        JsonNode choice = answer.path("choices").path(0);
        JsonNode error = choice.path("error");
        if (error.isObject()) {
            throw ProviderErrors.inAnswer(error, null).after(spent);
        }
        JsonNode refusal = choice.path("message").path("refusal");
        String finish = choice.path("finish_reason").asString("");
        if ((refusal.isString() && !refusal.asString().isBlank()) || finish.equals("content_filter")) {
            throw new ModelUnavailableException(Reason.REFUSED, "The model refused to answer", null).after(spent);
        }
        if (finish.equals("error")) {
            throw new ModelUnavailableException(Reason.PROVIDER_FAILED, "The model broke off", null).after(spent);
        }
        JsonNode content = choice.path("message").path("content");
        if (!content.isString() || finish.equals("length")) {
            return null;
        }
        try {
            return json.readValue(content.asString(), Extraction.class);
        } catch (JacksonException e) {
            return null;
        }
    }
}
