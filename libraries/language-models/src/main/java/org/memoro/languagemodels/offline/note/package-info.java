/** A note prepared for the rules: words, sentences, parts of speech and dates. */
@NullMarked
package org.memoro.languagemodels.offline.note;

import org.jspecify.annotations.NullMarked;
