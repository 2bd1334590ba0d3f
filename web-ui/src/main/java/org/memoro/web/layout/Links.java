package org.memoro.web.layout;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses with something in them that a person typed. */
public final class Links {

    private Links() {}

    /** The path with one parameter, so encoded that it arrives as it was typed. */
    public static String with(String path, String name, String value) {
        return path + "?" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
