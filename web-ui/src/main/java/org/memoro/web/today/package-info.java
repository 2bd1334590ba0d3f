/** Today: the capture box, the timeline and what is coming up. */
@NullMarked
package org.memoro.web.today;

import org.jspecify.annotations.NullMarked;
