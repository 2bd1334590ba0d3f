/** What every service must refuse, whatever is shown at its door. */
@NullMarked
package org.memoro.testkit.access;

import org.jspecify.annotations.NullMarked;
