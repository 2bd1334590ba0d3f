/** Finds notes and contacts by meaning, by words, by name and by date. */
@NullMarked
package org.memoro.search;

import org.jspecify.annotations.NullMarked;
