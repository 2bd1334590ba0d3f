package org.memoro.embedding.vector;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.embedding.VectorBytes;
import org.memoro.embedding.engine.ProviderUnavailable;
import org.memoro.internaltokens.Caller;
import org.memoro.problems.FieldProblems;
import org.memoro.problems.HttpProblem;
import org.memoro.problems.ProblemException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Makes the vectors of texts that are no note by themselves, such as a note with the one before it. */
@RestController
class PassageController {
    /** As long as a note may be; models read its beginning. */
    private static final int LONGEST = 20_000;

    private final EmbedPassage embedPassage;

    PassageController(EmbedPassage embedPassage) {
        this.embedPassage = embedPassage;
    }

    /** A text that is to be embedded as a passage is. */
    record PassageRequest(@Nullable String text) {
        String checked() {
            String given = text == null ? "" : text;
            new FieldProblems()
                    .check(
                            !given.isBlank() && given.length() <= LONGEST && given.indexOf('\0') < 0,
                            "/text",
                            "must have 1 to 20,000 characters, none of them NUL")
                    .throwIfAny();
            return given;
        }
    }

    /** A vector and the model that made it. */
    record PassageAnswer(String model, int dimensions, String vector) {}

    /** The vector of a text, or a 503 when the account's model cannot be asked now; never another model's instead. */
    @PostMapping("/internal/v1/passages")
    Mono<PassageAnswer> embed(@AuthenticationPrincipal Caller caller, @RequestBody PassageRequest request) {
        UUID account = caller.accountId();
        return embedPassage
                .make(account, caller.enrichment(), request.checked())
                .map(vector -> new PassageAnswer(
                        embedPassage.model(caller.enrichment()), vector.length, VectorBytes.base64(vector)))
                .onErrorMap(
                        ProviderUnavailable.class,
                        failure -> ProblemException.of(
                                HttpProblem.DEPENDENCY_UNAVAILABLE, "No vector of this text can be made right now."));
    }
}
