/** What the database itself must promise before one account's rows are safe from another's, and proof that it is noticed. */
@NullMarked
package org.memoro.testkit.tenancy;

import org.jspecify.annotations.NullMarked;
