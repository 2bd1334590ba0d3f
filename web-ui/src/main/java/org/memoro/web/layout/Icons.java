package org.memoro.web.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The drawings of the Lucide icons that the pages use, one file each. */
public final class Icons {

    private static final Map<String, String> DRAWINGS = new ConcurrentHashMap<>();

    private Icons() {}

    /** What stands between the svg tags of this icon. */
    public static String drawing(String name) {
        return DRAWINGS.computeIfAbsent(name, Icons::read);
    }

    private static String read(String name) {
        try (InputStream file = Icons.class.getResourceAsStream("/icons/web-ui/" + name + ".svg")) {
            if (file == null) {
                throw new IllegalArgumentException("no icon " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(?s)<!--.*?-->|</?svg.*?>", "")
                    .replaceAll("\\s*\\n\\s*", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
