package org.memoro.web.layout;

import org.jspecify.annotations.Nullable;

/** A short message at the edge of the page, with at most one thing to do about it. */
public record Toast(String text, @Nullable Action action) {

    /** A form with one button: where it is sent and, for scripts, which element takes the answer. */
    public record Action(String label, String url, @Nullable String target) {}

    public static Toast of(String text) {
        return new Toast(text, null);
    }

    public Toast undoneBy(String url, @Nullable String target) {
        return new Toast(text, new Action("Undo", url, target));
    }
}
