package org.memoro.endtoend;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands every test of its user the one Memoro and the one browser of this JVM, opened for the first, closed after the last. */
final class LocalInstance implements ParameterResolver {
    private static final Namespace PLACE = Namespace.create(LocalInstance.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type.equals(OwnInstance.class) || type.equals(Browser.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Store shared = context.getRoot().getStore(PLACE);
        return parameter.getParameter().getType().equals(Browser.class)
                ? shared.computeIfAbsent("browser", key -> new Browser(), Browser.class)
                : shared.computeIfAbsent("memoro", key -> started(), OwnInstance.class);
    }

    private static OwnInstance started() {
        OwnInstance memoro =
                OwnInstance.of(Path.of("../memoro").toAbsolutePath().normalize());
        memoro.start();
        return memoro;
    }
}
