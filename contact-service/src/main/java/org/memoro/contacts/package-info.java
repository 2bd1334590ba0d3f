/** The people an account knows, what ties them together, and what its notes say about them. */
@NullMarked
package org.memoro.contacts;

import org.jspecify.annotations.NullMarked;
