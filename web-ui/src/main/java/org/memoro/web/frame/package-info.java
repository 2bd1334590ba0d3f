/** Fills the frame around every page, and the palette that jumps anywhere from it. */
@NullMarked
package org.memoro.web.frame;

import org.jspecify.annotations.NullMarked;
