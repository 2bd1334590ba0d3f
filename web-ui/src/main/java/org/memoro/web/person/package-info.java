/** People: the list, one person's page and the form to edit it. */
@NullMarked
package org.memoro.web.person;

import org.jspecify.annotations.NullMarked;
