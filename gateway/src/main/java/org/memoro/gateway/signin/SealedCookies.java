package org.memoro.gateway.signin;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.KeyLengthException;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.memoro.gateway.GatewaySettings;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Short-lived cookies that a browser carries but can neither read nor change: what is on its way during a sign-in. */
@Component
class SealedCookies {
    private static final int KEY_BYTES = 32;
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final DirectEncrypter encrypter;
    private final DirectDecrypter decrypter;
    private final Clock clock;
    private final String prefix;
    private final boolean secure;

    SealedCookies(GatewaySettings settings, Clock clock) throws KeyLengthException {
        byte[] key = key(settings.cookieKey());
        this.encrypter = new DirectEncrypter(key);
        this.decrypter = new DirectDecrypter(key);
        this.clock = clock;
        this.secure = settings.isHttps();
        this.prefix = secure ? "__Host-memoro-" : "memoro-" + settings.publicPort() + "-";
    }

    private static byte[] key(@Nullable String configured) {
        byte[] key = new byte[KEY_BYTES];
        if (configured == null || configured.isBlank()) {
            new SecureRandom().nextBytes(key);
            return key;
        }
        key = Base64.getDecoder().decode(configured);
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("memoro.gateway.cookie-key must be 32 bytes in base64");
        }
        return key;
    }

    void put(ServerWebExchange exchange, String purpose, Map<String, ?> content) {
        exchange.getResponse().addCookie(cookie(purpose, seal(purpose, content), LIFE));
    }

    /** Null when there is none, or none that we sealed lately for this purpose. */
    @Nullable
    JWTClaimsSet read(ServerWebExchange exchange, String purpose) {
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(prefix + purpose);
        return cookie == null ? null : open(purpose, cookie.getValue());
    }

    void clear(ServerWebExchange exchange, String purpose) {
        exchange.getResponse().addCookie(cookie(purpose, "", Duration.ZERO));
    }

    private ResponseCookie cookie(String purpose, String value, Duration age) {
        return ResponseCookie.from(prefix + purpose, value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax") // the way back from the provider comes from another site
                .maxAge(age)
                .build();
    }

    private String seal(String purpose, Map<String, ?> content) {
        try {
            JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                    .audience(purpose)
                    .expirationTime(Date.from(clock.instant().plus(LIFE)));
            content.forEach(claims::claim);
            EncryptedJWT sealed = new EncryptedJWT(
                    new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM).build(), claims.build());
            sealed.encrypt(encrypter);
            return sealed.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("A cookie could not be sealed", e);
        }
    }

    private @Nullable JWTClaimsSet open(String purpose, String value) {
        try {
            EncryptedJWT sealed = EncryptedJWT.parse(value);
            sealed.decrypt(decrypter);
            JWTClaimsSet claims = sealed.getJWTClaimsSet();
            boolean good = claims.getAudience().contains(purpose)
                    && claims.getExpirationTime().toInstant().isAfter(clock.instant());
            return good ? claims : null;
        } catch (ParseException | JOSEException | IllegalStateException e) {
            return null; // old, of another key, or somebody tries: all the same to us
        }
    }
}
