/** Queries kept in {@code .sql} files, one statement each, checked when they are loaded. */
@NullMarked
package org.memoro.sql;

import org.jspecify.annotations.NullMarked;
