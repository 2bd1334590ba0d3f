/** Reads an account's whole index anew from the services that own what is in it. */
@NullMarked
package org.memoro.search.rebuild;

import org.jspecify.annotations.NullMarked;
