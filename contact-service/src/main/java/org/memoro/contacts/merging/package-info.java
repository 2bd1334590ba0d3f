/** Making one contact of two, and two again. */
@NullMarked
package org.memoro.contacts.merging;

import org.jspecify.annotations.NullMarked;
