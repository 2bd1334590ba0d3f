/** Ask: finding notes by meaning and by words. */
@NullMarked
package org.memoro.web.ask;

import org.jspecify.annotations.NullMarked;
