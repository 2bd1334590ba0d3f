package org.memoro.helm;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Who calls whom: the gateway's routes, and to whom it gives a token for whom. */
final class CallGraph {
    static final List<String> SERVICES = List.of(
            "gateway", "contact-service", "interaction-service", "search-service", "embedding-worker", "web-ui");

    private CallGraph() {}

    /** Public ports only; every service but the gateway calls the gateway's internal port besides. */
    static Set<String> calledBy(String service) {
        Set<String> called = new TreeSet<>(
                switch (service) {
                    case "gateway" -> SERVICES; // its routes
                    case "web-ui" -> pages();
                    default -> work(service);
                });
        called.remove(service); // a token for oneself is read, not sent
        called.remove("gateway"); // by its internal port
        return called;
    }

    private static Set<String> work(String service) {
        Set<String> called = new TreeSet<>();
        Map<?, ?> allowed = (Map<?, ?>) constant("ALLOWED");
        for (Object work : (Set<?>) allowed.get(service)) {
            called.add(component(work, "audience"));
        }
        return called;
    }

    private static Set<String> pages() {
        Set<String> called = new TreeSet<>();
        ((Set<?>) constant("FOR_PAGES")).forEach(audience -> called.add((String) audience));
        return called;
    }

    /** The gateway's table is nobody's business but its own and that of this test. */
    private static Object constant(String name) {
        try {
            Field field =
                    Class.forName("org.memoro.gateway.internal.WorkAccess").getDeclaredField(name);
            field.setAccessible(true);
            return field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the gateway keeps its table of calls elsewhere now", e);
        }
    }

    private static String component(Object record, String name) {
        try {
            Method accessor = record.getClass().getDeclaredMethod(name);
            accessor.setAccessible(true);
            return (String) accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the gateway keeps its table of calls in another shape now", e);
        }
    }
}
