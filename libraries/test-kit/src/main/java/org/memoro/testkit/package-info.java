/** Real PostgreSQL, real Kafka, neighbours and rules that the tests of every service share. */
@NullMarked
package org.memoro.testkit;

import org.jspecify.annotations.NullMarked;
