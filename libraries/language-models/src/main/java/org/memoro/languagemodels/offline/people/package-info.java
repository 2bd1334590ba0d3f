/** Who is in the note: names, and the pronouns that stand for them. */
@NullMarked
package org.memoro.languagemodels.offline.people;

import org.jspecify.annotations.NullMarked;
