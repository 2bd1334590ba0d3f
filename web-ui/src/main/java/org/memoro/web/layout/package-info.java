/** What every page shares: the frame, the visitor, dates in words, icons, files and error pages. */
@NullMarked
package org.memoro.web.layout;

import org.jspecify.annotations.NullMarked;
