package org.memoro.web.settings;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The pages of the settings in their order. */
public enum Tab {
    ACCOUNT("Account", "user-round", "/settings"),
    APPEARANCE("Appearance", "palette", "/settings/appearance"),
    AI("AI", "highlighter", "/settings/ai"),
    TOKENS("API tokens", "key-round", "/settings/tokens"),
    DATA("Your data", "database", "/settings/data");

    private final String label;
    private final String icon;
    private final String url;

    Tab(String label, String icon, String url) {
        this.label = label;
        this.icon = icon;
        this.url = url;
    }

    public String label() {
        return label;
    }

    public String icon() {
        return icon;
    }

    public String url() {
        return url;
    }

    /** The marker of the page that is shown. */
    public @Nullable String current(Tab shown) {
        return this == shown ? "page" : null;
    }

    String template() {
        return "settings/" + name().toLowerCase(Locale.ROOT);
    }
}
