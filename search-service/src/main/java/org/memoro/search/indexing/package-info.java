/** Hears what happened elsewhere and keeps the index right. */
@NullMarked
package org.memoro.search.indexing;

import org.jspecify.annotations.NullMarked;
