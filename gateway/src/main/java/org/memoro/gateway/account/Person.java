package org.memoro.gateway.account;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Who a sign-in provider says this is.
 *
 * @param subject the provider's own lasting name for the person; the e-mail is not one
 * @param zone the person's time zone, when the provider knows it
 */
public record Person(
        String registrationId,
        String subject,
        String email,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable ZoneId zone) {

    @Override
    public String toString() {
        return "Person[of " + registrationId + "]";
    }
}
