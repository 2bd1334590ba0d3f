/** Runs what must happen now and then without anybody asking. */
@NullMarked
package org.memoro.interactions.upkeep;

import org.jspecify.annotations.NullMarked;
