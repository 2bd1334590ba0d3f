package org.memoro.endtoend.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.memoro.endtoend.OwnInstance;
import org.memoro.endtoend.StrangersSignIn;

/** A Memoro with two accounts, each of which has a browser session and a token for scripts. */
final class SecurityInstance implements AutoCloseable {
    private static final String LOCAL_USER = "you@memoro.local";

    private final OwnInstance memoro;
    private final Account owner;
    private final Account stranger;

    private SecurityInstance(OwnInstance memoro, Account owner, Account stranger) {
        this.memoro = memoro;
        this.owner = owner;
        this.stranger = stranger;
    }

    /**
     * Somebody with an account.
     *
     * @param session of their browser, signed in the way a browser does it
     * @param token of their script, which may read and write
     */
    record Account(String email, BrowserSession session, String token) {}

    /** Of a Memoro that runs: its local user is the owner. */
    static SecurityInstance of(OwnInstance memoro) {
        System.out.printf("Security: seed %d, %s%n", Run.SEED, Run.FULL ? "in full" : "a sample");
        return new SecurityInstance(
                memoro,
                signUp(memoro, LOCAL_USER, "local"),
                signUp(memoro, StrangersSignIn.EMAIL, StrangersSignIn.NAME));
    }

    /** Both are the same account: the token is made by whoever is signed in. */
    private static Account signUp(OwnInstance memoro, String email, String provider) {
        BrowserSession session = new BrowserSession(memoro.url());
        session.signIn(provider);
        Answer made = new Http(memoro.url())
                .send(
                        Call.of("POST /api/v1/account/tokens")
                                .with("name", "security tests")
                                .with(
                                        "scopes",
                                        Call.JSON.createArrayNode().add("read").add("write")),
                        Who.withSession(email, session));
        return new Account(email, session, made.json().path("token").asString());
    }

    /** Where its pages are, without a slash at the end. */
    String url() {
        return memoro.url();
    }

    /** Whose data it is. */
    Account owner() {
        return owner;
    }

    /** Who must not see it. */
    Account stranger() {
        return stranger;
    }

    /** A token of one more account, which has no browser session. */
    String tokenOf(String email) {
        return memoro.memoro().run("token", "--email", email).strip();
    }

    /** The instance itself, for its log, its process and its database. */
    OwnInstance memoro() {
        return memoro;
    }

    /** Its log stays, since a finding names the request ids to look for. */
    @Override
    public void close() {
        try {
            Path kept = Path.of("target", "security");
            Files.createDirectories(kept);
            Files.copy(memoro.log(), kept.resolve("memoro.log"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            System.err.println("The log is lost: " + e);
        }
    }
}
