/** The habits of the public API that every service shares: ids, pages, entity tags, patches, idempotency keys. */
@NullMarked
package org.memoro.api;

import org.jspecify.annotations.NullMarked;
