/** What is different in an account of many notes: the nearest in meaning are found by an index, and searches wait their turn. */
@NullMarked
package org.memoro.search.large;

import org.jspecify.annotations.NullMarked;
