/** Words, and what makes two spellings of a name the same. */
@NullMarked
package org.memoro.search.text;

import org.jspecify.annotations.NullMarked;
