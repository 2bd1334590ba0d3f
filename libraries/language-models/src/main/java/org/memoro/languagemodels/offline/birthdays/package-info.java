/** Whose birthday is when. */
@NullMarked
package org.memoro.languagemodels.offline.birthdays;

import org.jspecify.annotations.NullMarked;
