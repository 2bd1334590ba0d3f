/** The services that own the data: what they tell and what can be asked of them in the visitor's name. */
@NullMarked
package org.memoro.web.neighbour;

import org.jspecify.annotations.NullMarked;
