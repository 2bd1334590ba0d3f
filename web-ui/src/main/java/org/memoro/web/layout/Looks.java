package org.memoro.web.layout;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;

/** How Memoro looks in one browser: kept in cookies, so that the first byte of a page already has it. */
public record Looks(String theme, String reading, String textSize) {

    /** What can be chosen, by the name of its cookie. */
    public static final Map<String, Set<String>> CHOICES = Map.of(
            "theme", Set.of("system", "light", "dark"),
            "reading", Set.of("book", "plain"),
            "text-size", Set.of("small", "normal", "large"));

    /** How everything looks until something is chosen. */
    public static final Looks USUAL = new Looks("system", "book", "normal");

    /** The prefix by which browsers promise that a cookie came over https and from this very host. */
    public static final String SECURE = "__Host-";

    public static Looks of(ServerWebExchange exchange) {
        MultiValueMap<String, HttpCookie> cookies = exchange.getRequest().getCookies();
        return new Looks(
                chosen(cookies, "theme", USUAL.theme),
                chosen(cookies, "reading", USUAL.reading),
                chosen(cookies, "text-size", USUAL.textSize));
    }

    private static String chosen(MultiValueMap<String, HttpCookie> cookies, String name, String otherwise) {
        HttpCookie secure = cookies.getFirst(SECURE + name);
        HttpCookie cookie = secure == null ? cookies.getFirst(name) : secure;
        Set<String> choices = CHOICES.getOrDefault(name, Set.of());
        return cookie != null && choices.contains(cookie.getValue()) ? cookie.getValue() : otherwise;
    }

    /** The theme when it is not the system's. */
    public @Nullable String ownTheme() {
        return unless(USUAL.theme, theme);
    }

    /** The face of the notes when it is not the usual one. */
    public @Nullable String ownReading() {
        return unless(USUAL.reading, reading);
    }

    /** The size of all text when it is not the usual one. */
    public @Nullable String ownTextSize() {
        return unless(USUAL.textSize, textSize);
    }

    private static @Nullable String unless(String usual, String chosen) {
        return chosen.equals(usual) ? null : chosen;
    }
}
