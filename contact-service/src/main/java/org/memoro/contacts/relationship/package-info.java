/** What two contacts are to each other, both ways round. */
@NullMarked
package org.memoro.contacts.relationship;

import org.jspecify.annotations.NullMarked;
