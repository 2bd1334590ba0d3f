package org.memoro.embedding.note;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.KnownContact;

/** What a contact is called, as contact-service hands it out. */
public record ContactName(
        UUID id,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String nickname,
        String displayName) {

    /** The contact as the engines need it to recognise the name. */
    public KnownContact known() {
        return new KnownContact(id.toString(), firstName, lastName, nickname == null ? List.of() : List.of(nickname));
    }
}
