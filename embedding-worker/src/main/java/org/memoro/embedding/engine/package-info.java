/** The language engines: inside this JVM, or at the provider behind limits, breakers and a budget. */
@NullMarked
package org.memoro.embedding.engine;

import org.jspecify.annotations.NullMarked;
