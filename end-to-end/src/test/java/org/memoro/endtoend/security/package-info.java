/** Attacks on a whole running Memoro, by its API and in a browser: {@code ./memoro security} runs them in full. */
package org.memoro.endtoend.security;
