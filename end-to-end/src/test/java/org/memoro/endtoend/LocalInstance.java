package org.memoro.endtoend;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands every test of its user the one Memoro of this JVM, started for the first and stopped after the last. */
final class LocalInstance implements ParameterResolver {
    private static final Namespace PLACE = Namespace.create(LocalInstance.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(OwnInstance.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(PLACE).computeIfAbsent("memoro", key -> started(), OwnInstance.class);
    }

    private static OwnInstance started() {
        OwnInstance memoro =
                OwnInstance.of(Path.of("../memoro").toAbsolutePath().normalize());
        memoro.start();
        return memoro;
    }
}
