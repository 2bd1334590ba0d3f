/** What was read out of notes. */
@NullMarked
package org.memoro.embedding.extraction;

import org.jspecify.annotations.NullMarked;
