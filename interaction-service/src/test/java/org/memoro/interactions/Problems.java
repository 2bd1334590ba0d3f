package org.memoro.interactions;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What the tests expect of problem answers. */
public final class Problems {

    private Problems() {}

    public static JsonNode expectProblem(ResponseSpec response, int status, String code) {
        response.expectStatus().isEqualTo(status);
        response.expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
        JsonNode problem = Author.body(response);
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("requestId").asString()).isNotEmpty();
        return problem;
    }

    public static JsonNode expectInvalid(ResponseSpec response, String pointer) {
        JsonNode problem = expectProblem(response, 422, "validation-failed");
        assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo(pointer);
        return problem;
    }
}
