/** Has the search index of all accounts built anew, as whoever runs Memoro may wish. */
@NullMarked
package org.memoro.gateway.reindex;

import org.jspecify.annotations.NullMarked;
