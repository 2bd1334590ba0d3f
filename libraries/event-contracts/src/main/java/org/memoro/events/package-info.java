/** What one service tells the others: ids, versions and kinds, never a note's text, a name, a fact or a vector. */
@NullMarked
package org.memoro.events;

import org.jspecify.annotations.NullMarked;
