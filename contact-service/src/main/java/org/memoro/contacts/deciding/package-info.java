/** A person's word on a fact: confirm, fix, undo, say who is meant. */
@NullMarked
package org.memoro.contacts.deciding;

import org.jspecify.annotations.NullMarked;
