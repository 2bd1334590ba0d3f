package org.memoro.endtoend.security;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds every address of the pages as a visitor would: by following links, and by looking at forms. */
final class Door {
    private static final Pattern FORM =
            Pattern.compile("<form[^>]*method=\"post\"[^>]*?action=\"(/[^\"]*)\"|formaction=\"(/[^\"]*)\"");
    private static final Pattern HTMX = Pattern.compile("hx-(?:post|put|patch|delete)=\"(/[^\"]*)\"");
    private static final Pattern LINK = Pattern.compile("(?:href|hx-get|sse-connect)=\"(/[^\"]*)\"");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");
    private static final int SAMPLES_OF_ONE_KIND = 2;
    private static final int MOST_PAGES = 200;

    private final Set<String> changes = new TreeSet<>();
    private final Set<String> links = new LinkedHashSet<>();

    private Door() {}

    /** Walks through the pages of somebody. */
    static Door of(Http http, Who who) {
        Door door = new Door();
        Map<String, Integer> kinds = new LinkedHashMap<>();
        Deque<String> next = new ArrayDeque<>(Set.of("/"));
        while (!next.isEmpty() && door.links.size() < MOST_PAGES) {
            String path = next.remove();
            String kind = ID.matcher(path).replaceAll("{id}").replaceAll("=[^&]*", "=");
            if (path.startsWith("/static/")
                    || path.startsWith("/oauth2/")
                    || kinds.merge(kind, 1, Integer::sum) > SAMPLES_OF_ONE_KIND
                    || !door.links.add(path)) {
                continue;
            }
            String page = http.send(
                            new Call("GET", path, Map.of(), Map.of(), Map.of(), Call.JSON.createObjectNode()), who)
                    .text();
            found(HTMX, page).forEach(door.changes::add);
            found(FORM, page).forEach(door.changes::add);
            found(LINK, page).map(link -> link.replaceAll("#.*", "")).forEach(next::add);
        }
        return door;
    }

    private static Stream<String> found(Pattern pattern, String page) {
        return pattern.matcher(page).results().map(Door::address);
    }

    private static String address(java.util.regex.MatchResult match) {
        String first = match.group(1);
        return (first == null ? match.group(2) : first).replace("&amp;", "&");
    }

    /** Where forms are sent, one address of each kind for each thing they are about. */
    Set<String> changes() {
        return changes;
    }

    /** What links lead to. */
    Set<String> links() {
        return links;
    }
}
