package org.memoro.endtoend;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands every test the one Memoro of this JVM, started for the first and stopped after the last. It knows its local
 * user, and a stranger by a provider of their own.
 */
public final class LocalInstance implements ParameterResolver {
    private static final Namespace PLACE = Namespace.create(LocalInstance.class);

    /** What runs, and what its stranger signs in with. */
    private record Running(OwnInstance memoro, StrangersSignIn signIn) implements AutoCloseable {
        static Running start() {
            OwnInstance named =
                    OwnInstance.of(Path.of("../memoro").toAbsolutePath().normalize());
            StrangersSignIn signIn = StrangersSignIn.start(named.url());
            Map<String, String> settings = new HashMap<>(OwnInstance.UNHURRIED);
            settings.putAll(signIn.settings());
            OwnInstance memoro = named.with(settings);
            memoro.start();
            return new Running(memoro, signIn);
        }

        @Override
        public void close() {
            memoro.close();
            signIn.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(OwnInstance.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return of(context);
    }

    /** The one of this JVM; starts it unless it runs. */
    public static OwnInstance of(ExtensionContext context) {
        return context.getRoot()
                .getStore(PLACE)
                .computeIfAbsent("memoro", key -> Running.start(), Running.class)
                .memoro();
    }
}
