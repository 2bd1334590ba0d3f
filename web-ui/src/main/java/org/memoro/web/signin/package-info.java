/** Signing in: the only page that needs nobody to be signed in. */
@NullMarked
package org.memoro.web.signin;

import org.jspecify.annotations.NullMarked;
