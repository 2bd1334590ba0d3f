/** What search knows of contacts: how they are called and what is known about them. */
@NullMarked
package org.memoro.search.contact;

import org.jspecify.annotations.NullMarked;
