package org.memoro.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.memoro.local.signin.LocalSignIn;
import org.springframework.context.ConfigurableApplicationContext;

/** A second provider of a Memoro that runs by itself, which knows one more person. */
public final class StrangersSignIn implements AutoCloseable {
    /** What the gateway calls it. */
    public static final String NAME = "stranger";

    /** Of whom it knows. */
    public static final String EMAIL = "stranger@memoro.test";

    private static final String CLIENT = "memoro-for-strangers";
    private static final String SECRET = "only-for-tests";

    private final ConfigurableApplicationContext provider;
    private final String issuer;
    private final String address;

    private StrangersSignIn(ConfigurableApplicationContext provider, String issuer, String address) {
        this.provider = provider;
        this.issuer = issuer;
        this.address = address;
    }

    /** @param memoro the address to which it sends people back */
    static StrangersSignIn start(String memoro) {
        int port = freePort();
        List<String> arguments = Stream.concat(
                        LocalSignIn.arguments(port, URI.create(memoro).getPort(), EMAIL, CLIENT, SECRET).stream(),
                        Stream.of("--memoro.sign-in.registration=" + NAME))
                .toList();
        return new StrangersSignIn(
                LocalSignIn.builder().run(arguments.toArray(String[]::new)),
                memoro + LocalSignIn.PATH,
                "http://localhost:" + port + LocalSignIn.PATH);
    }

    /** What the gateway must know of it, as variables of its environment. */
    Map<String, String> settings() {
        String prefix = "MEMORO_SIGNIN_PROVIDERS_" + NAME.toUpperCase(java.util.Locale.ROOT);
        return Map.of(
                prefix + "_ISSUER",
                issuer,
                prefix + "_CLIENTID",
                CLIENT,
                prefix + "_CLIENTSECRET",
                SECRET,
                prefix + "_AUTHORIZATIONURI",
                address + "/oauth2/authorize",
                prefix + "_TOKENURI",
                address + "/oauth2/token",
                prefix + "_JWKSETURI",
                address + "/oauth2/jwks");
    }

    @Override
    public void close() {
        provider.close();
    }

    private static int freePort() {
        try {
            return OwnInstance.freePort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
