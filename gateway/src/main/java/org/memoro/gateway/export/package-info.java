/** Taking everything along: one ZIP with all that an account owns. */
@NullMarked
package org.memoro.gateway.export;

import org.jspecify.annotations.NullMarked;
