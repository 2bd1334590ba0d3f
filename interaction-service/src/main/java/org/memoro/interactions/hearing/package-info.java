/** Which events of other services lead to which operation. */
@NullMarked
package org.memoro.interactions.hearing;

import org.jspecify.annotations.NullMarked;
