/** Writing, finding, changing and deleting contacts and their relatives by hand. */
@NullMarked
package org.memoro.contacts.addressbook;

import org.jspecify.annotations.NullMarked;
