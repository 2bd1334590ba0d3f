/** Leaving Memoro: an account and everything in it goes, for good. */
@NullMarked
package org.memoro.gateway.leaving;

import org.jspecify.annotations.NullMarked;
