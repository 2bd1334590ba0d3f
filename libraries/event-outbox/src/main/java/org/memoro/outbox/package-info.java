/** Events leave in the transaction of their change, arrive in order, and take effect once. */
@NullMarked
package org.memoro.outbox;

import org.jspecify.annotations.NullMarked;
