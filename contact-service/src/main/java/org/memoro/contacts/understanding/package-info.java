/** Turning what was read out of a note into contacts and facts. */
@NullMarked
package org.memoro.contacts.understanding;

import org.jspecify.annotations.NullMarked;
