package org.memoro.endtoend.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.memoro.endtoend.OwnInstance;

/** A Memoro with two accounts, each of which has a browser session and a token for scripts. */
final class SecurityInstance implements AutoCloseable {
    /** Attacks come faster than any person; what the limits do has tests of its own. */
    private static final Map<String, String> UNHURRIED = Stream.of(
                    "ACCOUNT_PERSECOND",
                    "ACCOUNT_BURST",
                    "ADDRESS_PERSECOND",
                    "ADDRESS_BURST",
                    "SIGNIN_PERMINUTE",
                    "SIGNIN_BURST",
                    "WRONGCREDENTIALS_PERMINUTE",
                    "WRONGCREDENTIALS_BURST")
            .collect(Collectors.toMap(limit -> "MEMORO_GATEWAY_LIMITS_" + limit, limit -> "1000000"));

    private final OwnInstance memoro;
    private final StrangersSignIn signIn;
    private final Account owner;
    private final Account stranger;

    private SecurityInstance(OwnInstance memoro, StrangersSignIn signIn, Account owner, Account stranger) {
        this.memoro = memoro;
        this.signIn = signIn;
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

    /** Its local user is the owner; the stranger comes by a provider of their own, so that one start is enough. */
    static SecurityInstance start() {
        Instant begun = Instant.now();
        OwnInstance bare = OwnInstance.of(Path.of("../memoro").toAbsolutePath().normalize(), UNHURRIED);
        StrangersSignIn signIn = StrangersSignIn.start(bare.url(), "stranger@memoro.test");
        Map<String, String> settings = new HashMap<>(signIn.settings());
        settings.put("MEMORO_LOCAL_EMAIL", "owner@memoro.test");
        OwnInstance memoro = bare.with(settings);
        memoro.start();
        Account owner = signUp(memoro, "owner@memoro.test", "local");
        Account stranger = signUp(memoro, "stranger@memoro.test", StrangersSignIn.NAME);
        System.out.printf(
                "Security: seed %d, %s; started in %d s%n",
                Run.SEED,
                Run.FULL ? "in full" : "a sample",
                Duration.between(begun, Instant.now()).toSeconds());
        return new SecurityInstance(memoro, signIn, owner, stranger);
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
        memoro.close();
        signIn.close();
    }
}
