/** What every log entry of a request or an event says about it: request id, trace id, event id and a keyed hash of the account. */
@NullMarked
package org.memoro.logs;

import org.jspecify.annotations.NullMarked;
