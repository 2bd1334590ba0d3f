/** The one door: who comes in, with what, and where each request goes. */
@NullMarked
package org.memoro.gateway;

import org.jspecify.annotations.NullMarked;
