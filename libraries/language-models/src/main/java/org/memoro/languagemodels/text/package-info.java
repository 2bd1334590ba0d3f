/** A note as words and sentences, with offsets that always point into the text as it was typed. */
@NullMarked
package org.memoro.languagemodels.text;

import org.jspecify.annotations.NullMarked;
