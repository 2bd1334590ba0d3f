package org.memoro.embedding.vector;

import java.util.List;
import java.util.Objects;
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
    /** All texts together: a note may have 20,000 characters, and half of another before it. */
    private static final int LONGEST = 30_000;

    /** The parts of a long note, and the note with the one before it. */
    private static final int MOST = 33;

    private final EmbedPassage embedPassage;

    PassageController(EmbedPassage embedPassage) {
        this.embedPassage = embedPassage;
    }

    /** Texts that are to be embedded as passages are. */
    record PassageRequest(@Nullable List<@Nullable String> texts) {
        List<String> checked() {
            List<@Nullable String> given = texts == null ? List.of() : texts;
            FieldProblems problems = new FieldProblems()
                    .check(!given.isEmpty() && given.size() <= MOST, "/texts", "must hold 1 to 33 texts")
                    .check(length(given) <= LONGEST, "/texts", "must have 30,000 characters at most, all together");
            for (int i = 0; i < given.size(); i++) {
                String text = given.get(i);
                problems.check(
                        text != null && !text.isBlank() && text.indexOf('\0') < 0,
                        "/texts/" + i,
                        "must say something, without NUL");
            }
            problems.throwIfAny();
            return List.copyOf(given);
        }

        private static int length(List<@Nullable String> texts) {
            return texts.stream()
                    .filter(Objects::nonNull)
                    .mapToInt(String::length)
                    .sum();
        }
    }

    /** Vectors in the order of their texts, and the model that made them. */
    record PassageAnswer(String model, int dimensions, List<String> vectors) {}

    /** The vectors of texts, or a 503 when the account's model cannot be asked now; never another model's instead. */
    @PostMapping("/internal/v1/passages")
    Mono<PassageAnswer> embed(@AuthenticationPrincipal Caller caller, @RequestBody PassageRequest request) {
        UUID account = caller.accountId();
        return embedPassage
                .make(account, caller.enrichment(), request.checked())
                .map(vectors -> new PassageAnswer(
                        embedPassage.model(caller.enrichment()),
                        vectors.getFirst().length,
                        vectors.stream().map(VectorBytes::base64).toList()))
                .onErrorMap(
                        ProviderUnavailable.class,
                        failure -> ProblemException.of(
                                HttpProblem.DEPENDENCY_UNAVAILABLE,
                                "No vectors of these texts can be made right now."));
    }
}
