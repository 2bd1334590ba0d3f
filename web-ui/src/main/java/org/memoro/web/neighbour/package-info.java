/** Calls to the services that own the data, with a token for the one visitor who asks. */
@NullMarked
package org.memoro.web.neighbour;

import org.jspecify.annotations.NullMarked;
