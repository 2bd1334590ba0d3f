/** Vectors of search texts. */
@NullMarked
package org.memoro.embedding.query;

import org.jspecify.annotations.NullMarked;
