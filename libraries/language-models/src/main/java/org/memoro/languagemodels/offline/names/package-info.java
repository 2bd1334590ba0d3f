/** Names: those of the known contacts, and what lists know about first names and places. */
@NullMarked
package org.memoro.languagemodels.offline.names;

import org.jspecify.annotations.NullMarked;
