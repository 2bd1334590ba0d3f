/** What is checked before a request may go anywhere: origin, size, session or token. */
@NullMarked
package org.memoro.gateway.access;

import org.jspecify.annotations.NullMarked;
