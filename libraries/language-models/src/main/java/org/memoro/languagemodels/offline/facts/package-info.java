/** What happened to whom, how sure that is, and which of it is news. */
@NullMarked
package org.memoro.languagemodels.offline.facts;

import org.jspecify.annotations.NullMarked;
