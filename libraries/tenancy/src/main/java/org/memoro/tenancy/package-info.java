/** The only way to a database connection: one transaction that sees one account's rows. */
@NullMarked
package org.memoro.tenancy;

import org.jspecify.annotations.NullMarked;
