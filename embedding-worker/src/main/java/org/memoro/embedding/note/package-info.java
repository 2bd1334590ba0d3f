/** Notes as their owner hands them out, and which version of each was understood last. */
@NullMarked
package org.memoro.embedding.note;

import org.jspecify.annotations.NullMarked;
