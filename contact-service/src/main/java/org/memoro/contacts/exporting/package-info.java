/** Handing everything an account has here to its owner. */
@NullMarked
package org.memoro.contacts.exporting;

import org.jspecify.annotations.NullMarked;
