/** Handing everything an account has here to its owner. */
@NullMarked
package org.memoro.embedding.exporting;

import org.jspecify.annotations.NullMarked;
