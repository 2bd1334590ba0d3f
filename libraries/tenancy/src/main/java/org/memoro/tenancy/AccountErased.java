package org.memoro.tenancy;

import io.r2dbc.spi.R2dbcException;

/** Something was to be written for an account that is gone; the database refuses it, whichever statement it was. */
public final class AccountErased extends RuntimeException {
    private static final long serialVersionUID = 1L;
    /** What {@code refuse_erased_account()} raises. */
    private static final String STATE = "23M01";

    AccountErased(Throwable cause) {
        super("the account is erased", cause);
    }

    static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof R2dbcException refusal && STATE.equals(refusal.getSqlState())) {
                return true;
            }
        }
        return false;
    }
}
