package org.memoro.sql;

import io.r2dbc.spi.Parameters;
import org.jspecify.annotations.Nullable;

/** Values to bind that may be absent. */
public final class SqlValues {
    private SqlValues() {}

    /** The value, or a typed NULL: drivers must know the type of what is not there. */
    public static Object orNull(Class<?> type, @Nullable Object value) {
        return value == null ? Parameters.in(type) : value;
    }
}
