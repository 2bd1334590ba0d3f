/** A note: its words, what was understood, and everything that can be done with it. */
@NullMarked
package org.memoro.web.note;

import org.jspecify.annotations.NullMarked;
