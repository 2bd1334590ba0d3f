/** Walks, evaluates and measures a running Memoro from outside, through its public API. */
@NullMarked
package org.memoro.endtoend;

import org.jspecify.annotations.NullMarked;
