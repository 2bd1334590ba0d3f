/** When and where the writer met people, and who was there. */
@NullMarked
package org.memoro.languagemodels.offline.meetings;

import org.jspecify.annotations.NullMarked;
