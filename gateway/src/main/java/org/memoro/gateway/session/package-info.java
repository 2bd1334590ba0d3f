/** Sessions: which browsers are signed in. */
@NullMarked
package org.memoro.gateway.session;

import org.jspecify.annotations.NullMarked;
