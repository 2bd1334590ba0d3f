/** The vectors of notes, and those still missing. */
@NullMarked
package org.memoro.embedding.vector;

import org.jspecify.annotations.NullMarked;
