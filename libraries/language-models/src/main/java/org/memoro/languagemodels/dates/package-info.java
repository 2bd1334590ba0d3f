/** Dates as people write them in a note, read against the day of writing. */
@NullMarked
package org.memoro.languagemodels.dates;

import org.jspecify.annotations.NullMarked;
