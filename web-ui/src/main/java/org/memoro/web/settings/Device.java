package org.memoro.web.settings;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A browser and its system in words, as far as a user agent tells; never more than a guess to recognise one's own by. */
public record Device(String words, boolean isPhone) {

    /** A word in a user agent and what people call it; the first that is found counts, as most also name others. */
    private record Name(String sign, String words) {}

    private static final List<Name> BROWSERS = List.of(
            new Name("Edg", "Edge"),
            new Name("OPR/", "Opera"),
            new Name("Vivaldi/", "Vivaldi"),
            new Name("SamsungBrowser/", "Samsung Internet"),
            new Name("FxiOS/", "Firefox"),
            new Name("Firefox/", "Firefox"),
            new Name("CriOS/", "Chrome"),
            new Name("Chrome/", "Chrome"),
            new Name("Safari/", "Safari"));
    private static final List<Name> SYSTEMS = List.of(
            new Name("iPhone", "iPhone"),
            new Name("iPad", "iPad"),
            new Name("Android", "Android"),
            new Name("Windows", "Windows"),
            new Name("Macintosh", "Mac"),
            new Name("CrOS", "ChromeOS"),
            new Name("Linux", "Linux"));

    /** "curl/8.5.0" is a program that says its name and nothing else. */
    private static final Pattern PROGRAM = Pattern.compile("([A-Za-z][A-Za-z0-9 ._-]{0,39})/.*", Pattern.DOTALL);

    static Device of(@Nullable String userAgent) {
        String agent = userAgent == null ? "" : userAgent;
        String browser = find(BROWSERS, agent);
        String system = find(SYSTEMS, agent);
        return new Device(
                browser == null ? unknown(agent, system) : system == null ? browser : browser + " on " + system,
                agent.contains("Mobi") || agent.contains("iPad") || agent.contains("Android"));
    }

    private static String unknown(String agent, @Nullable String system) {
        Matcher program = PROGRAM.matcher(agent);
        if (program.matches() && !agent.startsWith("Mozilla/")) {
            return program.group(1);
        }
        return system == null ? "Unknown browser" : "Unknown browser on " + system;
    }

    private static @Nullable String find(List<Name> names, String agent) {
        return names.stream()
                .filter(name -> agent.contains(name.sign()))
                .map(Name::words)
                .findFirst()
                .orElse(null);
    }
}
