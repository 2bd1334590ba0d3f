/** The contract of understanding a note: facts with receipts and vectors, whichever engine makes them. */
@NullMarked
package org.memoro.languagemodels;

import org.jspecify.annotations.NullMarked;
