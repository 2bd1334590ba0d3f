package org.memoro.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Where each service shows its metrics; a local run shows them nowhere unless asked. */
record ManagementPorts(Map<String, Integer> ofServices) {

    static ManagementPorts free() {
        Map<String, Integer> ports = new HashMap<>();
        for (String service : MetricNames.SERVICES) {
            try {
                ports.put(service, OwnInstance.freePort());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new ManagementPorts(ports);
    }

    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        ofServices.forEach((service, port) -> settings.put(
                "MEMORO_" + service.replace("-", "").toUpperCase(Locale.ROOT) + "_MANAGEMENTPORT", port.toString()));
        return settings;
    }
}
