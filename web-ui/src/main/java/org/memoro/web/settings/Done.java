package org.memoro.web.settings;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.memoro.web.layout.Toast;

/** What a form has just done, said on the page that comes after it. */
enum Done {
    ZONE("Time zone saved"),
    SESSION("Signed out there"),
    AI("Saved"),
    LOOKS("Saved"),
    TOKEN("Token revoked");

    private final String words;

    Done(String words) {
        this.words = words;
    }

    Toast toast() {
        return Toast.of(words);
    }

    String after(Tab tab) {
        return tab.url() + "?done=" + name();
    }

    /** The message for an address, which anybody may have typed. */
    static @Nullable Toast toast(@Nullable String name) {
        return Arrays.stream(values())
                .filter(done -> done.name().equals(name))
                .findFirst()
                .map(Done::toast)
                .orElse(null);
    }
}
