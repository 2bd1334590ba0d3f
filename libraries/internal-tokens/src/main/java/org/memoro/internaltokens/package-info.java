/** The short-lived tokens by which the parts of Memoro know for which account, and in whose name, they are called. */
@NullMarked
package org.memoro.internaltokens;

import org.jspecify.annotations.NullMarked;
