/** Accounts: who has signed in, and what they have chosen. */
@NullMarked
package org.memoro.gateway.account;

import org.jspecify.annotations.NullMarked;
