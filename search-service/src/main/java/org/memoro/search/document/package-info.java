/** What search knows of notes: their words, their meaning, whom they are about and when they were. */
@NullMarked
package org.memoro.search.document;

import org.jspecify.annotations.NullMarked;
