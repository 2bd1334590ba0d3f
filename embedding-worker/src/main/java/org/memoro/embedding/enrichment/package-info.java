/** Understanding a note: hearing of it, keeping what came of it, trying again. */
@NullMarked
package org.memoro.embedding.enrichment;

import org.jspecify.annotations.NullMarked;
