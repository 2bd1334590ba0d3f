/** How often and how slowly one may ask. */
@NullMarked
package org.memoro.gateway.limits;

import org.jspecify.annotations.NullMarked;
