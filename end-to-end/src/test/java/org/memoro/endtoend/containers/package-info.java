/** Memoro as docker compose runs it, with the images of {@code ./memoro images}. */
@NullMarked
package org.memoro.endtoend.containers;

import org.jspecify.annotations.NullMarked;
