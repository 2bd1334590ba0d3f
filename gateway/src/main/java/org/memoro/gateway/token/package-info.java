/** Personal access tokens: keys for scripts. */
@NullMarked
package org.memoro.gateway.token;

import org.jspecify.annotations.NullMarked;
