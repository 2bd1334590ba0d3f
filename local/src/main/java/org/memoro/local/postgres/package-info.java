/** The PostgreSQL server of a local run: a cluster of our own, a container, or a server somebody named. */
@NullMarked
package org.memoro.local.postgres;

import org.jspecify.annotations.NullMarked;
