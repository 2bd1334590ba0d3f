/** The API's description, merged from all services. */
@NullMarked
package org.memoro.gateway.documentation;

import org.jspecify.annotations.NullMarked;
