/** A believable sample year, written through the public API. */
@NullMarked
package org.memoro.local.demo;

import org.jspecify.annotations.NullMarked;
