/** Accounts that are gone, and what keeps late work from bringing them back. */
@NullMarked
package org.memoro.embedding.account;

import org.jspecify.annotations.NullMarked;
