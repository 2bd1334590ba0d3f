package org.memoro.gateway.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What can happen to an account that its owner may want to know of later. */
public enum AuditKind {
    SIGNED_IN,
    SIGN_IN_REFUSED,
    SIGNED_OUT,
    SIGNED_OUT_EVERYWHERE,
    SESSION_ENDED,
    TOKEN_ISSUED,
    TOKEN_REVOKED,
    SETTINGS_CHANGED,
    EXPORT_STARTED,
    ERASURE_REQUESTED;

    /** The word the API and the database use. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static AuditKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
