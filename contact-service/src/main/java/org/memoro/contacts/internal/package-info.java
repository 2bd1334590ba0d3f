/** What the other services of Memoro may ask. */
@NullMarked
package org.memoro.contacts.internal;

import org.jspecify.annotations.NullMarked;
