package org.memoro.web.settings;

import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.memoro.web.layout.DayWords;
import org.memoro.web.neighbour.Accounts;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the account's page shows, seen from one time zone; whatever cannot be had is left out and said. */
@Component
class AccountBody {

    private static final int PAGE = 15;

    private final Accounts accounts;
    private final Clock clock;

    AccountBody(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    Mono<Map<String, Object>> seenFrom(ZoneId zone, @Nullable String cursor, @Nullable String wrongZone) {
        return Mono.zip(SettingsFrame.ifThere(accounts.sessions()), SettingsFrame.ifThere(activity(zone, cursor)))
                .map(parts -> {
                    Map<String, Object> model = new HashMap<>();
                    model.put("zones", TimeZones.at(clock.instant(), zone.getId()));
                    model.put("isOlder", cursor != null);
                    parts.getT1().ifPresent(sessions -> model.put("sessions", SessionRow.all(sessions, days(zone))));
                    parts.getT2().ifPresent(activity -> model.put("activity", activity));
                    if (wrongZone != null) {
                        model.put("wrongZone", wrongZone);
                    }
                    return model;
                });
    }

    Mono<Activity> activity(ZoneId zone, @Nullable String cursor) {
        return accounts.audit(cursor, PAGE).map(slice -> Activity.of(slice, days(zone)));
    }

    private DayWords days(ZoneId zone) {
        return new DayWords(clock.instant(), zone);
    }
}
