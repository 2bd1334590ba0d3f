package org.memoro.web.neighbour;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a list and where the next one begins. */
public record Slice<T>(List<T> items, @Nullable String nextCursor) {

    public static <T> Slice<T> empty() {
        return new Slice<>(List.of(), null);
    }
}
