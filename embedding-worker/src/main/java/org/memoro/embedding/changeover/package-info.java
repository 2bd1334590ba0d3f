/** From one embedding model to another: the new vectors are made in the background, the old ones answer meanwhile. */
@NullMarked
package org.memoro.embedding.changeover;

import org.jspecify.annotations.NullMarked;
