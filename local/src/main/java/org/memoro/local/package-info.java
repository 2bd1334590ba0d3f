/** The launcher behind {@code ./memoro up}: every service in one JVM beside its own PostgreSQL, Kafka and sign-in. */
@NullMarked
package org.memoro.local;

import org.jspecify.annotations.NullMarked;
