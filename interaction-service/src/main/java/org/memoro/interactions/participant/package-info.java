/** The contacts a note is about, under the names contact-service gives them. */
@NullMarked
package org.memoro.interactions.participant;

import org.jspecify.annotations.NullMarked;
