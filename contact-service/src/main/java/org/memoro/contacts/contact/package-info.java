/** Contacts as they are kept: their names, what is known of them, and where they went. */
@NullMarked
package org.memoro.contacts.contact;

import org.jspecify.annotations.NullMarked;
