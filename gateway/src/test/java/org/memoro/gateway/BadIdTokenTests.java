package org.memoro.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.memoro.testkit.StubService;

/** Sign-ins that must come to nothing: no account, no session, no cookie, and a page that says so. */
@Tag("security")
class BadIdTokenTests {
    private static final RSAKey STRANGER = rsaKey("provider-key");
    private static final StubService ATTACKER = StubService.start();

    private RunningGateway gateway;
    private Browser browser;

    @BeforeEach
    void fresh() {
        gateway = RunningGateway.get();
        browser = gateway.browser();
    }

    private static RSAKey rsaKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    // ---- what a token may say

    private static Named<Consumer<FakeProvider>> claim(String name, UnaryOperator<JWTClaimsSet.Builder> lie) {
        return Named.of(name, provider -> provider.claims = lie);
    }

    private static Named<Consumer<FakeProvider>> token(String name, FakeProvider.Forgery forgery) {
        return Named.of(name, provider -> provider.forgery = forgery);
    }

    private static Date in(Duration from) {
        return Date.from(Instant.now().plus(from));
    }

    static Stream<Named<Consumer<FakeProvider>>> claims() {
        return Stream.of(
                claim("issuer: somebody else", c -> c.issuer("https://evil.example")),
                Named.of("issuer: with a slash more", p -> p.claims = c -> c.issuer(p.issuer() + "/")),
                Named.of(
                        "issuer: its scheme in capitals",
                        p -> p.claims = c -> c.issuer(p.issuer().replace("http", "HTTP"))),
                claim("issuer: missing", c -> c.issuer(null)),
                claim("audience: another client", c -> c.audience("another-client")),
                claim("audience: missing", c -> c.audience((String) null)),
                claim("audience: several without azp", c -> c.audience(List.of(FakeProvider.CLIENT_ID, "another"))),
                claim("audience: several, although azp is ours", c -> c.audience(
                                List.of(FakeProvider.CLIENT_ID, "another"))
                        .claim("azp", FakeProvider.CLIENT_ID)),
                claim("authorized party: another client", c -> c.claim("azp", "another-client")),
                claim("expired an hour ago", c -> c.issueTime(in(Duration.ofHours(-2)))
                        .expirationTime(in(Duration.ofHours(-1)))),
                claim("expiry missing", c -> c.expirationTime(null)),
                claim("issued in an hour", c -> c.issueTime(in(Duration.ofHours(1)))
                        .expirationTime(in(Duration.ofHours(2)))),
                claim("issue time missing", c -> c.issueTime(null)),
                claim("not valid before an hour from now", c -> c.notBeforeTime(in(Duration.ofHours(1)))),
                claim("nonce missing", c -> c.claim("nonce", null)),
                claim("nonce empty", c -> c.claim("nonce", "")),
                claim("nonce made up", c -> c.claim("nonce", "another-nonce")),
                claim("subject missing", c -> c.subject(null)),
                claim("subject empty", c -> c.subject("")),
                claim("subject of 256 characters", c -> c.subject("s".repeat(256))),
                claim("subject with a zero character", c -> c.subject("a\0b")),
                claim("email not verified", c -> c.claim("email_verified", false)),
                claim("email not verified, in words", c -> c.claim("email_verified", "false")),
                claim("email perhaps verified", c -> c.claim("email_verified", null)),
                claim("email missing", c -> c.claim("email", null)),
                claim("email blank", c -> c.claim("email", " ")),
                claim("email with a zero character", c -> c.claim("email", "a\0@example.com")),
                claim("email with a line break", c -> c.claim("email", "a@example.com\r\nx: y")),
                claim("email of 1,000 characters", c -> c.claim("email", "a".repeat(1_000) + "@example.com")),
                claim("email no address", c -> c.claim("email", "ada")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("claims")
    void refusesATokenThatSays(Consumer<FakeProvider> lie) throws Exception {
        lie.accept(gateway.provider);
        comesToNothing(() -> gateway.signIn(browser));
    }

    // ---- what a token may be

    private static String signed(JWSHeader header, JWTClaimsSet claims, RSAKey key) throws Exception {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("provider-key");
    }

    private static String keyedWith(byte[] secret, JWTClaimsSet claims) throws Exception {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .keyID("provider-key")
                .type(JOSEObjectType.JWT)
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        byte[] padded = java.util.Arrays.copyOf(secret, Math.max(32, secret.length));
        token.sign(new MACSigner(padded));
        return token.serialize();
    }

    private static String tampered(String token, UnaryOperator<String> change) {
        String[] parts = token.split("\\.");
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        parts[1] = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(change.apply(payload).getBytes(StandardCharsets.UTF_8));
        return String.join(".", parts);
    }

    static Stream<Named<Consumer<FakeProvider>>> forgeries() {
        return Stream.of(
                token("not signed: alg none", (claims, key) -> new PlainJWT(claims).serialize()),
                token("not signed: alg None in other letters", (claims, key) -> new PlainJWT(claims)
                        .serialize()
                        .replaceFirst(
                                "^[^.]+",
                                Base64.getUrlEncoder()
                                        .withoutPadding()
                                        .encodeToString("{\"alg\":\"nOnE\"}".getBytes(StandardCharsets.UTF_8)))),
                token(
                        "HS256 with the public key as DER for a secret",
                        (claims, key) -> keyedWith(key.toRSAPublicKey().getEncoded(), claims)),
                token(
                        "HS256 with the public key as PEM for a secret",
                        (claims, key) -> keyedWith(pem(key).getBytes(StandardCharsets.UTF_8), claims)),
                token(
                        "HS256 with the client secret",
                        (claims, key) ->
                                keyedWith(FakeProvider.CLIENT_SECRET.getBytes(StandardCharsets.UTF_8), claims)),
                token(
                        "RS512, which is not agreed on",
                        (claims, key) -> signed(
                                new JWSHeader.Builder(JWSAlgorithm.RS512)
                                        .keyID("provider-key")
                                        .build(),
                                claims,
                                key)),
                token(
                        "an unknown key id",
                        (claims, key) -> signed(header().keyID("nobodys-key").build(), claims, STRANGER)),
                token(
                        "a stranger's key under the provider's id",
                        (claims, key) -> signed(header().build(), claims, STRANGER)),
                token(
                        "jku: the attacker's own key set",
                        (claims, key) -> signed(
                                header().jwkURL(URI.create(ATTACKER.url() + "/jwks"))
                                        .build(),
                                claims,
                                STRANGER)),
                token(
                        "jku and a key id of the attacker's",
                        (claims, key) -> signed(
                                header().keyID("evil")
                                        .jwkURL(URI.create(ATTACKER.url() + "/jwks"))
                                        .build(),
                                claims,
                                STRANGER)),
                token(
                        "jwk: the attacker's key inside the token",
                        (claims, key) ->
                                signed(header().jwk(STRANGER.toPublicJWK()).build(), claims, STRANGER)),
                token(
                        "x5u: the attacker's certificate",
                        (claims, key) -> signed(
                                header().x509CertURL(URI.create(ATTACKER.url() + "/cert"))
                                        .build(),
                                claims,
                                STRANGER)),
                token(
                        "crit: an extension that nobody knows",
                        (claims, key) -> signed(
                                header().criticalParams(Set.of("urgent"))
                                        .customParam("urgent", true)
                                        .build(),
                                claims,
                                key)),
                token(
                        "another person's subject put in",
                        (claims, key) -> tampered(
                                signed(header().build(), claims, key),
                                json -> json.replace("\"sub\":\"", "\"sub\":\"x"))),
                token("the signature cut off", (claims, key) -> signed(header().build(), claims, key)
                        .replaceFirst("[^.]+$", "")),
                token("no token at all", (claims, key) -> "x"),
                token("an empty token", (claims, key) -> ""));
    }

    private static String pem(RSAKey key) throws Exception {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(key.toRSAPublicKey().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void refusesATokenThatIs(Consumer<FakeProvider> lie) throws Exception {
        ATTACKER.reset();
        ATTACKER.on("GET", "/jwks", 200, new JWKSet(STRANGER).toString(true));
        lie.accept(gateway.provider);
        comesToNothing(() -> gateway.signIn(browser));
        assertThat(ATTACKER.requests()).as("calls that a token made us make").isEmpty();
    }

    // ---- what an answer may be

    private String begin(Browser from) {
        URI back = gateway.provider.approve(URI.create(Browser.location(from.get("/oauth2/authorization/test"))));
        return back.getPath() + "?" + back.getRawQuery();
    }

    @Test
    void refusesTheNonceOfAnotherSignIn() throws Exception {
        String other = Browser.location(gateway.browser().get("/oauth2/authorization/test"));
        String nonce = FakeProvider.form(URI.create(other).getRawQuery()).get("nonce");
        gateway.provider.claims = claims -> claims.claim("nonce", nonce);
        comesToNothing(() -> gateway.signIn(browser));
    }

    @Test
    void refusesACodeThatWasUsedBefore() throws Exception {
        String used = begin(browser);
        browser.get(used);
        String code = FakeProvider.form(URI.create(used).getRawQuery()).get("code");
        Browser thief = gateway.browser();
        String callback = begin(thief).replaceFirst("code=[^&]+", "code=" + code);
        comesToNothing(thief, () -> thief.get(callback));
    }

    @Test
    void refusesACodeThatAnotherSignInWasGiven() throws Exception {
        String victims = FakeProvider.form(URI.create(begin(gateway.browser())).getRawQuery())
                .get("code");
        String callback = begin(browser).replaceFirst("code=[^&]+", "code=" + victims);
        comesToNothing(() -> browser.get(callback));
    }

    @Test
    void refusesAnAnswerWithoutState() throws Exception {
        String callback = begin(browser).replaceFirst("&state=[^&]+", "");
        comesToNothing(() -> browser.get(callback));
    }

    @Test
    void refusesAStateThatWasMadeUp() throws Exception {
        String callback = begin(browser).replaceFirst("state=[^&]+", "state=x");
        comesToNothing(() -> browser.get(callback));
    }

    @Test
    void refusesTheStateOfAnotherBrowser() throws Exception {
        String callback = begin(gateway.browser());
        begin(browser);
        comesToNothing(() -> browser.get(callback));
        Browser stranger = gateway.browser();
        comesToNothing(stranger, () -> stranger.get(callback));
    }

    @Test
    void refusesTheSecondUseOfAState() throws Exception {
        String callback = begin(browser);
        browser.get(callback);
        String session = browser.cookies.get(gateway.cookieName());
        long sessions = count("session");
        assertThat(Browser.location(browser.get(callback))).startsWith("/sign-in?error=");
        assertThat(count("session")).isEqualTo(sessions);
        assertThat(browser.cookies).containsEntry(gateway.cookieName(), session);
    }

    @Test
    void refusesAnErrorThatBringsAGoodCode() throws Exception {
        String callback = begin(browser);
        comesToNothing(() -> browser.get(callback + "&error=access_denied"));
    }

    @Test
    void saysOnlyItsOwnWordsWhenAProviderRefuses() throws Exception {
        String state = begin(browser).replaceFirst(".*(state=[^&]+).*", "$1");
        String text = URLEncoder.encode("<script>alert(1)</script>", StandardCharsets.UTF_8);
        HttpResponse<String> answer =
                browser.get("/login/oauth2/code/test?error=" + text + "&error_description=" + text + "&" + state);
        assertThat(Browser.location(answer)).isEqualTo("/sign-in?error=refused");
        assertThat(answer.body()).doesNotContain("script");
    }

    // ---- who somebody is

    @Test
    void givesTheSameEmailOfAnotherSubjectAnAccountOfItsOwn() {
        Browser ada = gateway.signedIn();
        String before = ada.get("/api/v1/account").body();
        gateway.provider.subject = "another-" + UUID.randomUUID();
        gateway.signIn(browser);
        assertThat(id(browser)).isNotEqualTo(id(ada));
        assertThat(browser.get("/api/v1/account").body()).contains("ada@example.com");
        assertThat(ada.get("/api/v1/account").body()).isEqualTo(before);
    }

    @Test
    void keepsTheAccountWhenTheSameSubjectHasANewEmail() {
        Browser ada = gateway.signedIn();
        String account = id(ada);
        gateway.provider.email = "new@example.com";
        gateway.signIn(browser);
        assertThat(id(browser)).isEqualTo(account);
    }

    @Test
    void acceptsTheOtherSignatureThatIsAgreedOn() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).keyID("ec-key").generate();
        gateway.provider.otherKey = key;
        gateway.provider.forgery = (claims, usual) -> {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("ec-key").build(), claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        };
        assertThat(Browser.location(gateway.signIn(browser))).isEqualTo("/");
    }

    // ---- what "nothing" is

    @FunctionalInterface
    private interface Attempt {
        HttpResponse<String> make();
    }

    private void comesToNothing(Attempt attempt) throws Exception {
        comesToNothing(browser, attempt);
    }

    private void comesToNothing(Browser who, Attempt attempt) throws Exception {
        Map<String, Long> before = Map.of("session", count("session"), "account", count("account"));
        HttpResponse<String> answer = attempt.make();
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Browser.location(answer)).matches("/sign-in\\?error=(refused|expired|email-not-verified)");
        assertThat(who.cookies).doesNotContainKey(gateway.cookieName());
        assertThat(answer.headers().allValues("Set-Cookie"))
                .noneMatch(cookie -> cookie.startsWith(gateway.cookieName() + "="));
        assertThat(Map.of("session", count("session"), "account", count("account")))
                .isEqualTo(before);
        assertThat(who.get("/api/v1/account").statusCode()).isEqualTo(401);
    }

    private long count(String table) throws Exception {
        try (Connection connection = gateway.database.superuser();
                ResultSet rows = connection.createStatement().executeQuery("SELECT count(*) FROM account." + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static String id(Browser of) {
        return of.get("/api/v1/account").body().replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
    }
}
