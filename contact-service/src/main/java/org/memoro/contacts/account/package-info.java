/** Forgetting an account. */
@NullMarked
package org.memoro.contacts.account;

import org.jspecify.annotations.NullMarked;
