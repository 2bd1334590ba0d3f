/** The parts of notes: which sentence of a note it is that a question means. */
@NullMarked
package org.memoro.search.part;

import org.jspecify.annotations.NullMarked;
