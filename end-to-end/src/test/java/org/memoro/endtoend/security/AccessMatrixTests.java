package org.memoro.endtoend.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.memoro.endtoend.security.AccessMatrix.Callers;

/** Nobody gets what is another's: each operation of the API's own description, in each wrong hand. */
@SecurityTest
class AccessMatrixTests {
    private static final Path TABLE = Path.of("target", "security", "access-matrix.md");

    private SecurityInstance memoro;
    private Http http;
    private ApiDescription api;

    @BeforeEach
    void readTheDescription(SecurityInstance running) {
        memoro = running;
        http = new Http(memoro.url());
        api = ApiDescription.of(memoro.url(), http);
    }

    @Test
    void hasARecipeForEveryOperationAndMissesNone() {
        List<String> described = api.operations().stream().map(Operation::name).toList();

        assertThat(described).containsExactlyInAnyOrderElementsOf(Recipes.known());
    }

    @Test
    void givesNobodyWhatIsAnothersAndItsOwnerAll() {
        Supplies owner = new Supplies(memoro.url(), memoro.owner(), "quokka" + word());
        Supplies stranger = new Supplies(memoro.url(), memoro.stranger(), "wombat" + word());
        new BrowserSession(memoro.url()).signIn(); // so that the owner's list of sessions has a second page
        Instant begun = Instant.now();
        AccessMatrix matrix = new AccessMatrix(http, api, owner, stranger, callers(owner));
        matrix.prepare();
        List<String> before = new Footprint(owner).lines();

        matrix.attack();
        List<String> after = new Footprint(owner).lines();
        MatrixReport report = matrix.control();

        report.write(TABLE);
        System.out.printf(
                "Security: %s; %d s; table: %s%n",
                report.summary(api.operations().size()),
                Duration.between(begun, Instant.now()).toSeconds(),
                TABLE);
        assertThat(report.failures()).isEmpty();
        assertThat(after).as("what the owner has, afterwards").isEqualTo(before);
    }

    private Callers callers(Supplies owner) {
        BrowserSession mine = memoro.owner().session();
        BrowserSession theirs = memoro.stranger().session();
        return new Callers(
                Who.withToken("owner", memoro.owner().token()),
                owner.readOnly(),
                List.of(
                        Who.NOBODY,
                        Who.withToken("a made-up token", "mem_" + "x".repeat(43)),
                        owner.revoked(),
                        owner.expired()),
                List.of(
                        Who.withSession("owner's session, stranger's CSRF token", mine, theirs.csrf()),
                        Who.withSession("stranger's session, owner's CSRF token", theirs, mine.csrf()),
                        Who.withSession("owner's session, no CSRF token", mine, "")),
                List.of(
                        Who.withToken("stranger's token", memoro.stranger().token()),
                        Who.withSession("stranger's session", theirs)),
                () -> Who.withToken("spare", memoro.tokenOf("spare-" + UUID.randomUUID() + "@memoro.test")));
    }

    private static String word() {
        return Long.toString(Run.random("canary", Instant.now().toEpochMilli()).nextLong() >>> 1, 36);
    }
}
