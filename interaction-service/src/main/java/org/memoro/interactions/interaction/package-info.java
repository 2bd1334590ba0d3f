/** Notes: written, read, edited, deleted and restored. */
@NullMarked
package org.memoro.interactions.interaction;

import org.jspecify.annotations.NullMarked;
