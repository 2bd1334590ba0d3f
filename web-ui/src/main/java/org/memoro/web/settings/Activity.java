package org.memoro.web.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memoro.web.layout.DayWords;
import org.memoro.web.layout.Links;
import org.memoro.web.neighbour.AuditEntry;
import org.memoro.web.neighbour.Slice;

/** What happened with the account, newest first, in sentences. */
public record Activity(List<Row> rows, @Nullable String moreUrl) {

    /** When, what, and from where as far as it is known. */
    public record Row(
            String machineTime,
            String time,
            String sentence,
            @Nullable String device) {}

    static Activity of(Slice<AuditEntry> slice, DayWords days) {
        String next = slice.nextCursor();
        return new Activity(
                slice.items().stream().map(entry -> row(entry, days)).toList(),
                next == null ? null : Links.with("/settings", "cursor", next));
    }

    private static Row row(AuditEntry entry, DayWords days) {
        String agent = entry.userAgent();
        return new Row(
                entry.at().toString(),
                days.moment(entry.at()),
                ActivityWords.of(entry),
                agent == null || agent.isBlank() ? null : Device.of(agent).words());
    }
}
