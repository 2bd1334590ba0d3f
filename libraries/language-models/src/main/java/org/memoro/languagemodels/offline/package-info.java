/** Reads facts out of a note with rules and a part-of-speech model, without any network. */
@NullMarked
package org.memoro.languagemodels.offline;

import org.jspecify.annotations.NullMarked;
