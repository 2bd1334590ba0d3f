/** What happened to an account, for its owner to read. */
@NullMarked
package org.memoro.gateway.audit;

import org.jspecify.annotations.NullMarked;
