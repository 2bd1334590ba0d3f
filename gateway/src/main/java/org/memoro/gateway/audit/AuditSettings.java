package org.memoro.gateway.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long is remembered what happened.
 *
 * @param keep a year and a month: long enough to compare with last year, not for ever
 */
@ConfigurationProperties("memoro.audit")
public record AuditSettings(@DefaultValue("400d") Duration keep) {
    /** The database refuses to remove anything younger, whatever a setting or a fault says. */
    static final Duration LEAST = Duration.ofDays(30);

    public AuditSettings {
        if (keep.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException("memoro.audit.keep must be 30d or more");
        }
    }
}
