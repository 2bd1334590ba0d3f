package org.memoro.helm;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.PropertySourcesPropertyResolver;
import org.springframework.core.io.FileSystemResource;

/** A service's own settings file, as it is without anything from outside. */
record ServiceFile(PropertySourcesPropertyResolver properties) {

    static ServiceFile of(String service) {
        try {
            List<PropertySource<?>> loaded = new YamlPropertySourceLoader()
                    .load(
                            service,
                            new FileSystemResource(Chart.REPOSITORY
                                    .resolve(service)
                                    .resolve("src/main/resources/" + service + ".yml")));
            MutablePropertySources sources = new MutablePropertySources();
            loaded.forEach(sources::addLast);
            return new ServiceFile(new PropertySourcesPropertyResolver(sources));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    int port() {
        return properties.getRequiredProperty("server.port", Integer.class);
    }

    int managementPort() {
        return properties.getRequiredProperty("management.server.port", Integer.class);
    }

    /** Spring waits so long for each phase; 30 s unless said. */
    int secondsOfAShutdownPhase() {
        String said = properties.getProperty("spring.lifecycle.timeout-per-shutdown-phase", "30s");
        return Math.toIntExact(
                DurationStyle.detectAndParse(said).compareTo(Duration.ZERO) > 0
                        ? DurationStyle.detectAndParse(said).toSeconds()
                        : 0);
    }

    boolean isShutDownGracefully() {
        return properties.getProperty("server.shutdown", "").equals("graceful");
    }

    boolean hasProbes() {
        return properties.getProperty("management.endpoint.health.probes.enabled", Boolean.class, false);
    }
}
