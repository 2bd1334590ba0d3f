package org.memoro.endtoend.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Many calls about one thing at one time: one wins, the others are told so, and nothing is there twice. */
@SecurityTest
class RaceTests {
    private static final int RUNNERS = Run.amount(10, 50);

    private Http http;
    private Supplies owner;
    private Who who;

    @BeforeEach
    void signUp(SecurityInstance memoro) {
        String email = "racer-" + UUID.randomUUID() + "@memoro.test";
        String token = memoro.tokenOf(email);
        http = new Http(memoro.url());
        owner = new Supplies(memoro.url(), email, token, "numbat");
        who = Who.withToken(email, token);
    }

    @Test
    void mergesAContactOnce() throws Exception {
        String contact = owner.contact();
        List<String> others = new ArrayList<>();
        for (int i = 0; i < RUNNERS; i++) {
            others.add(owner.contact());
        }

        List<Answer> answers = atOnce(i ->
                Call.of("POST /api/v1/contacts/{id}/merge").at("id", contact).with("intoId", others.get(i)));

        assertThat(winners(answers)).hasSize(1);
        assertThat(http.send(Call.of("GET /api/v1/contacts/{id}").at("id", contact), who)
                        .status())
                .isEqualTo(308);
    }

    @Test
    void takesOneEditOfAVersion() throws Exception {
        String contact = owner.contact();
        Call read = Call.of("GET /api/v1/contacts/{id}").at("id", contact);
        String etag = http.send(read, who).header("ETag");

        List<Answer> answers = atOnce(i -> Call.of("PATCH /api/v1/contacts/{id}")
                .at("id", contact)
                .header("If-Match", etag)
                .with("nickname", "Nick " + i));

        assertThat(winners(answers)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 412)).hasSize(RUNNERS - 1);
        assertThat(owner.made(read).path("nickname"))
                .isEqualTo(winners(answers).getFirst().json().path("nickname"));
    }

    @Test
    void deletesAContactOnce() throws Exception {
        String contact = owner.contact();

        List<Answer> answers =
                atOnce(i -> Call.of("DELETE /api/v1/contacts/{id}").at("id", contact));

        assertThat(winners(answers)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 404)).hasSize(RUNNERS - 1);
    }

    @Test
    void restoresADeletedNoteOnceOrAlike() throws Exception {
        String note = owner.deletedNote();

        List<Answer> answers =
                atOnce(i -> Call.of("POST /api/v1/interactions/{id}/restore").at("id", note));

        assertThat(winners(answers)).isNotEmpty();
        assertThat(owner.made(Call.of("GET /api/v1/interactions")).path("items"))
                .hasSize(1);
    }

    @Test
    void namesARelativeOnce() throws Exception {
        String contact = owner.contact();

        List<Answer> answers = atOnce(i -> Call.of("POST /api/v1/contacts/{contactId}/relationships")
                .at("contactId", contact)
                .with("relation", "daughter")
                .with("name", "Lea Numbat"));

        assertThat(winners(answers)).isNotEmpty();
        assertThat(owner.made(Call.of("GET /api/v1/contacts/{contactId}/relationships")
                                .at("contactId", contact))
                        .path("items"))
                .hasSize(1);
        assertThat(owner.made(Call.of("GET /api/v1/contacts").asking("query", "Lea"))
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void writesANoteOnceHoweverOftenTheFormIsSent() throws Exception {
        String key = UUID.randomUUID().toString();

        List<Answer> answers = atOnce(i -> Call.of("POST /api/v1/interactions")
                .header("Idempotency-Key", key)
                .with("notes", "Sent once more, since nothing seemed to happen."));

        Set<String> ids = new TreeSet<>();
        winners(answers).forEach(answer -> ids.add(answer.json().path("id").asString()));
        assertThat(ids).hasSize(1);
        assertThat(answers)
                .allMatch(answer -> answer.isSuccess() || answer.code().equals("request-in-progress"));
        JsonNode notes = owner.made(Call.of("GET /api/v1/interactions"));
        assertThat(notes.path("items")).hasSize(1);
    }

    private static List<Answer> winners(List<Answer> answers) {
        return answers.stream().filter(Answer::isSuccess).toList();
    }

    /** All at the same moment; none may be a fault of ours. */
    private List<Answer> atOnce(IntFunction<Call> call) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Answer>> running = new ArrayList<>();
        try (ExecutorService runners = Executors.newFixedThreadPool(RUNNERS)) {
            for (int i = 0; i < RUNNERS; i++) {
                Call mine = call.apply(i);
                running.add(runners.submit(() -> {
                    start.await();
                    return http.send(mine, who);
                }));
            }
            start.countDown();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> runner : running) {
                answers.add(runner.get());
            }
            assertThat(answers)
                    .allSatisfy(answer ->
                            assertThat(answer.status()).as(answer.toString()).isLessThan(500));
            return answers;
        }
    }
}
