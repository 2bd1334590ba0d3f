/** What a container runtime runs to learn whether the service beside it is ready. */
@NullMarked
package org.memoro.health;

import org.jspecify.annotations.NullMarked;
