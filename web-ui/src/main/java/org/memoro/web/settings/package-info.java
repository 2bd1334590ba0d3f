/** Settings: the account, how Memoro looks, how far notes travel, tokens for scripts, and all data to take or to erase. */
@NullMarked
package org.memoro.web.settings;

import org.jspecify.annotations.NullMarked;
