/** The pages of Memoro: server-rendered, working without JavaScript and better with it. */
@NullMarked
package org.memoro.web;

import org.jspecify.annotations.NullMarked;
