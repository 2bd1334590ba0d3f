/** What notes and people say about contacts, and how contacts follow what counts. */
@NullMarked
package org.memoro.contacts.fact;

import org.jspecify.annotations.NullMarked;
