package org.memoro.endtoend.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.memoro.endtoend.security.SecurityInstance.Account;

/** An address where something can be changed, about things that are there. */
record Route(String method, String path) {

    /** Every one of the API, as it describes itself, and every one that a form of the pages sends to. */
    static List<Route> all(String url, Http http, Account victim, Map<String, String> ids) {
        List<Route> routes = new ArrayList<>();
        ApiDescription.of(url, http).operations().stream()
                .filter(Operation::isWrite)
                .map(operation -> new Route(operation.method(), filled(operation.path(), ids)))
                .forEach(routes::add);
        Door.of(http, Who.withSession("victim", victim.session()))
                .changes()
                .forEach(path -> routes.add(new Route("POST", path)));
        return List.copyOf(routes);
    }

    /** The parameter of a collection's path is named by the collection. */
    private static String filled(String template, Map<String, String> ids) {
        String path = template;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            path = path.replaceAll("(/" + id.getKey() + "/)\\{[^}]+}", "$1" + id.getValue());
        }
        return path.replaceAll("\\{[^}]+}", "01978000-0000-7000-8000-000000000000");
    }

    boolean isApi() {
        return path.startsWith("/api/");
    }
}
