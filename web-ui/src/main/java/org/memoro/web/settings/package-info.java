/** Settings: the account and how Memoro looks. */
@NullMarked
package org.memoro.web.settings;

import org.jspecify.annotations.NullMarked;
