package org.memoro.testkit.access;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.memoro.internaltokens.ActorAccess;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** Every route a service has, as its own framework lists them. */
final class ServiceRoutes {

    private ServiceRoutes() {}

    /** One method on one path. */
    record Route(String method, String pattern) {
        boolean isInternal() {
            return pattern.startsWith("/internal/");
        }

        /** For a person, by way of the gateway or of the pages. */
        boolean isPublic() {
            return pattern.startsWith("/api/v1/") || pattern.startsWith("/pages/v1/");
        }

        /** An address it answers; nobody has anything there. */
        String path() {
            return pattern.replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
        }

        boolean isOpenTo(ActorAccess.Rule rule) {
            return rule.method().name().equals(method)
                    && PathPatternParser.defaultInstance
                            .parse(rule.pathPattern())
                            .matches(org.springframework.http.server.PathContainer.parsePath(path()));
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    static List<Route> of(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().keySet().stream()
                .flatMap(ServiceRoutes::of)
                .filter(route -> !route.pattern().startsWith("/v3/api-docs"))
                .distinct()
                .toList();
    }

    private static Stream<Route> of(RequestMappingInfo info) {
        return info.getPatternsCondition().getPatterns().stream()
                .flatMap(pattern -> info.getMethodsCondition().getMethods().stream()
                        .map(RequestMethod::name)
                        .map(method -> new Route(method, pattern.getPatternString())));
    }
}
