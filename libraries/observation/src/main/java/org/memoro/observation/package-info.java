/** How the work of several services on one request is seen as one: spans where somebody collects them, and timers. */
@NullMarked
package org.memoro.observation;

import org.jspecify.annotations.NullMarked;
