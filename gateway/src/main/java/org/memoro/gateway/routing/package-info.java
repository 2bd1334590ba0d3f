/** Where each request goes, and what goes with it. */
@NullMarked
package org.memoro.gateway.routing;

import org.jspecify.annotations.NullMarked;
