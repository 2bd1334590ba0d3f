/** What a note means in its thread: read together with the one before it. */
@NullMarked
package org.memoro.search.thread;

import org.jspecify.annotations.NullMarked;
