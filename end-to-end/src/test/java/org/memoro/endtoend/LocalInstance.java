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
 * user, and a stranger by a provider of their own; its traces go to a collector of ours, and its metrics can be read.
 */
public final class LocalInstance implements ParameterResolver {
    private static final Namespace PLACE = Namespace.create(LocalInstance.class);

    /** What runs, what its stranger signs in with, and from where it is watched. */
    private record Running(OwnInstance memoro, StrangersSignIn signIn, OtlpReceiver collector, ManagementPorts ports)
            implements AutoCloseable {
        static Running start() {
            OwnInstance named =
                    OwnInstance.of(Path.of("../memoro").toAbsolutePath().normalize());
            StrangersSignIn signIn = StrangersSignIn.start(named.url());
            OtlpReceiver collector = OtlpReceiver.start();
            ManagementPorts ports = ManagementPorts.free();
            Map<String, String> settings = new HashMap<>(OwnInstance.UNHURRIED);
            settings.putAll(signIn.settings());
            settings.putAll(ports.settings());
            settings.put("MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT", collector.endpoint());
            OwnInstance memoro = named.with(settings);
            memoro.start();
            return new Running(memoro, signIn, collector, ports);
        }

        @Override
        public void close() {
            memoro.close();
            signIn.close();
            collector.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type.equals(OwnInstance.class) || type.equals(OtlpReceiver.class) || type.equals(ManagementPorts.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        Running running = running(context);
        if (type.equals(OtlpReceiver.class)) {
            return running.collector();
        }
        return type.equals(ManagementPorts.class) ? running.ports() : running.memoro();
    }

    /** The one of this JVM; starts it unless it runs. */
    public static OwnInstance of(ExtensionContext context) {
        return running(context).memoro();
    }

    private static Running running(ExtensionContext context) {
        return context.getRoot().getStore(PLACE).computeIfAbsent("memoro", key -> Running.start(), Running.class);
    }
}
