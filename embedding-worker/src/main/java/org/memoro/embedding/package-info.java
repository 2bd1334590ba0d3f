/** Turns notes into facts and vectors, with the provider's models or with those inside this JVM. */
@NullMarked
package org.memoro.embedding;

import org.jspecify.annotations.NullMarked;
