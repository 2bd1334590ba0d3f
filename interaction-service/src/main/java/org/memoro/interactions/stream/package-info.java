/** Tells open pages at once what changed about the understanding of their notes. */
@NullMarked
package org.memoro.interactions.stream;

import org.jspecify.annotations.NullMarked;
