package org.memoro.web.settings;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.web.layout.DayWords;
import org.memoro.web.neighbour.BrowserSession;

/** One browser that is signed in, in words. */
public record SessionRow(UUID id, Device device, boolean isCurrent, String times) {

    /** This browser first, then the others in the order they came. */
    static List<SessionRow> all(List<BrowserSession> sessions, DayWords days) {
        return sessions.stream()
                .map(session -> of(session, days))
                .sorted(Comparator.comparing(SessionRow::isCurrent).reversed())
                .toList();
    }

    private static SessionRow of(BrowserSession session, DayWords days) {
        return new SessionRow(session.id(), Device.of(session.userAgent()), session.current(), times(session, days));
    }

    /** "Last seen yesterday, 22:14, signed in 14 May, 08:03". */
    private static String times(BrowserSession session, DayWords days) {
        String since = "signed in " + when(session.createdAt(), days);
        return session.current()
                ? since.substring(0, 1).toUpperCase(Locale.UK) + since.substring(1)
                : "Last seen " + when(session.lastSeenAt(), days) + ", " + since;
    }

    private static String when(@Nullable Instant moment, DayWords days) {
        return moment == null ? "at an unknown time" : days.moment(moment);
    }
}
