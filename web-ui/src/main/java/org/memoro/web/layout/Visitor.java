package org.memoro.web.layout;

import java.time.ZoneId;
import java.util.UUID;

/** The person looking at a page, as the gateway introduced them. */
public record Visitor(UUID accountId, ZoneId zone, String name, String email, String csrf, Looks looks) {

    /** The name to greet by: what the provider gave, or else the address, or else nothing personal. */
    public String displayName() {
        return name.isBlank() ? email.isBlank() ? "You" : email : name;
    }

    public Face face() {
        return Face.of(accountId, displayName());
    }
}
