/** The internal port: keys and tokens for the other services. */
@NullMarked
package org.memoro.gateway.internal;

import org.jspecify.annotations.NullMarked;
