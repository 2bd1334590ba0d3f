/** Notes about time with people, who took part, and how far each note is understood. */
@NullMarked
package org.memoro.interactions;

import org.jspecify.annotations.NullMarked;
