/** Sign-in by OpenID Connect. */
@NullMarked
package org.memoro.gateway.signin;

import org.jspecify.annotations.NullMarked;
