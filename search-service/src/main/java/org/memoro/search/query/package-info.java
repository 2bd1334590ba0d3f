/** Answers questions: finds, ranks, and shows why. */
@NullMarked
package org.memoro.search.query;

import org.jspecify.annotations.NullMarked;
