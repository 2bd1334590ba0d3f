/** What the writer means to do for somebody, and by when. */
@NullMarked
package org.memoro.languagemodels.offline.followups;

import org.jspecify.annotations.NullMarked;
