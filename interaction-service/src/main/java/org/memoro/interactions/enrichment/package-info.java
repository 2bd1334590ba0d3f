/** How far a note is understood, and what its facts change about it. */
@NullMarked
package org.memoro.interactions.enrichment;

import org.jspecify.annotations.NullMarked;
