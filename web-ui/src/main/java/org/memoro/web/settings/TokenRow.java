package org.memoro.web.settings;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.web.layout.DayWords;
import org.memoro.web.neighbour.AccessToken;

/** One token in the list, in words. */
public record TokenRow(
        UUID id, String name, String scope, String made, String lastUsed, String ends, boolean hasEnded) {

    static List<TokenRow> all(List<AccessToken> tokens, Instant now, DayWords days) {
        return tokens.stream().map(token -> of(token, now, days)).toList();
    }

    private static TokenRow of(AccessToken token, Instant now, DayWords days) {
        Instant ends = token.expiresAt();
        boolean hasEnded = ends != null && !ends.isAfter(now);
        return new TokenRow(
                token.id(),
                token.label(),
                scope(token),
                day(token.createdAt(), days, "Unknown"),
                token.lastUsedAt() == null ? "Never" : capital(days.moment(token.lastUsedAt())),
                (hasEnded ? "Ended " : "") + day(ends, days, "Does not end"),
                hasEnded);
    }

    private static String scope(AccessToken token) {
        boolean reads = token.may("read");
        boolean writes = token.may("write");
        return reads && writes ? "Read and write" : writes ? "Write" : reads ? "Read" : "Nothing";
    }

    private static String day(@Nullable Instant moment, DayWords days, String otherwise) {
        return moment == null ? otherwise : days.day(days.dayOf(moment));
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }
}
