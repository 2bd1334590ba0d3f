/** The internal port: keys and tokens for the other services, and the account for the pages. */
@NullMarked
package org.memoro.gateway.internal;

import org.jspecify.annotations.NullMarked;
