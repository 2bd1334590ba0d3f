package org.memoro.languagemodels;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A contact that the writer already has, as far as recognising the name needs it. */
public record KnownContact(
        String id, @Nullable String firstName, @Nullable String lastName, List<String> nicknames) {

    public KnownContact {
        nicknames = List.copyOf(nicknames);
    }
}
