package org.memoro.web.layout;

import java.util.List;

/** What the palette offers for the typed text. */
public record PaletteResults(List<Frame.Lately> people, List<Action> actions) {

    /** A place to go or a thing to do, as a plain link. */
    public record Action(String id, String icon, String label, String url) {}
}
