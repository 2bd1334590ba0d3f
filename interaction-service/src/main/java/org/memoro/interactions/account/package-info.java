/** Forgets an account that was deleted. */
@NullMarked
package org.memoro.interactions.account;

import org.jspecify.annotations.NullMarked;
