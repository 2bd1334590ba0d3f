package org.memoro.endtoend.security;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.memoro.endtoend.LocalInstance;
import org.memoro.endtoend.OwnInstance;

/** Hands every test the one running Memoro of this JVM with both accounts signed up, once. */
final class SharedInstance implements ParameterResolver {
    private static final Namespace PLACE = Namespace.create(SharedInstance.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(SecurityInstance.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        OwnInstance memoro = LocalInstance.of(context); // before what is made of it, so that it is closed after it
        return context.getRoot()
                .getStore(PLACE)
                .computeIfAbsent("accounts", key -> SecurityInstance.of(memoro), SecurityInstance.class);
    }
}
