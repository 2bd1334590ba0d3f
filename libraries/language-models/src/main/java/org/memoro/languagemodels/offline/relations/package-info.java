/** What people are to the writer and to each other. */
@NullMarked
package org.memoro.languagemodels.offline.relations;

import org.jspecify.annotations.NullMarked;
