/** The people of the visitor as contact-service keeps them. */
@NullMarked
package org.memoro.web.contact;

import org.jspecify.annotations.NullMarked;
