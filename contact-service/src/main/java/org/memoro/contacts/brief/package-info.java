/** Everything worth knowing before meeting a contact, every line with its source. */
@NullMarked
package org.memoro.contacts.brief;

import org.jspecify.annotations.NullMarked;
