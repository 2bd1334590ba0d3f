/** What each account uses at the provider, and when that is enough for a month. */
@NullMarked
package org.memoro.embedding.spending;

import org.jspecify.annotations.NullMarked;
