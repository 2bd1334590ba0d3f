package org.memoro.contacts.exporting;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.contacts.contact.Contact;
import org.memoro.contacts.contact.KeptContact;

/** A contact as everybody may read it, and what became of it. */
record ExportedContact(
        @JsonUnwrapped Contact contact,
        @Nullable Instant deletedAt,
        @Nullable UUID mergedInto) {

    static ExportedContact of(KeptContact kept) {
        return new ExportedContact(kept.contact(), kept.deletedAt(), kept.mergedInto());
    }
}
