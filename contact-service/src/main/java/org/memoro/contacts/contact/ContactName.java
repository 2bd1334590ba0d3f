package org.memoro.contacts.contact;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a contact is called: all it takes to recognise somebody. */
public record ContactName(
        UUID id,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String nickname,
        String displayName,
        @Nullable String relationToMe) {}
