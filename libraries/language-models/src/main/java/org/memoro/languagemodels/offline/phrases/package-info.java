/** Patterns of words kept in rule files, and the stretches of a sentence they are looked for in. */
@NullMarked
package org.memoro.languagemodels.offline.phrases;

import org.jspecify.annotations.NullMarked;
