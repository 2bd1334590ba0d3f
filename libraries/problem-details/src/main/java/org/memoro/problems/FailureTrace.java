package org.memoro.problems;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * A stack trace for the log, without what Reactor attaches to it: its checkpoints hold the whole address, and a query
 * may be what somebody searched for or a sign-in code.
 */
public final class FailureTrace {

    private FailureTrace() {}

    /** The failure and its causes, with a line break at the end. */
    public static String of(Throwable failure) {
        StringBuilder text = new StringBuilder();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            text.append(text.isEmpty() ? "" : "Caused by: ").append(cause).append('\n');
            for (StackTraceElement frame : cause.getStackTrace()) {
                text.append("\tat ").append(frame).append('\n');
            }
        }
        return text.toString();
    }
}
