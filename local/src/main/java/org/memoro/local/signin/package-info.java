/** The built-in OpenID Connect provider of a local run, with one user: whoever sits at this machine. */
@NullMarked
package org.memoro.local.signin;

import org.jspecify.annotations.NullMarked;
