/** What this service remembers of the notes its facts come from. */
@NullMarked
package org.memoro.contacts.note;

import org.jspecify.annotations.NullMarked;
