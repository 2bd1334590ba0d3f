package org.memoro.languagemodels.openai;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.ModelUnavailableException;
import org.memoro.languagemodels.ModelUnavailableException.Reason;
import tools.jackson.databind.JsonNode;

/**
 * What a provider's error means for us. The provider's own words are left out: they may repeat the note.
 */
final class ProviderErrors {

    private ProviderErrors() {}

    static ModelUnavailableException ofStatus(int status, @Nullable Duration retryAfter) {
        return new ModelUnavailableException(reason(status), "The provider answered " + status, retryAfter);
    }

    /** An error that came as the answer with status 200, as OpenRouter sends once generation has begun. */
    static ModelUnavailableException inAnswer(JsonNode error, @Nullable Duration retryAfter) {
        int code = error.path("code").asInt(0);
        return new ModelUnavailableException(
                code == 0 ? Reason.PROVIDER_FAILED : reason(code),
                "The provider answered an error" + (code == 0 ? "" : " " + code),
                retryAfter);
    }

    private static Reason reason(int status) {
        return switch (status) {
            case 401 -> Reason.NOT_AUTHORISED;
            case 402 -> Reason.CREDITS_EXHAUSTED;
            case 403 -> Reason.REFUSED;
            case 408, 504, 522, 524 -> Reason.TIMED_OUT;
            case 429 -> Reason.RATE_LIMITED;
            default -> status >= 500 ? Reason.PROVIDER_FAILED : Reason.REQUEST_REJECTED;
        };
    }
}
