/** Problem answers (RFC 9457) and request ids, alike in every service. */
@NullMarked
package org.memoro.problems;

import org.jspecify.annotations.NullMarked;
