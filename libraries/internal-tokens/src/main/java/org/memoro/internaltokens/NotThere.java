package org.memoro.internaltokens;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was asked for is not there, or not this account's. */
public final class NotThere extends InternalCallException {
    public NotThere(String code) {
        this(code, null);
    }

    NotThere(String code, @Nullable String detail) {
        super(404, code, detail, List.of(), null);
    }
}
