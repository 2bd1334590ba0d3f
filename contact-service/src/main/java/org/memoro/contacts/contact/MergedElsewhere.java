package org.memoro.contacts.contact;

import java.util.UUID;

/** Tells that a contact lives on as another one; answered with a redirect. */
public final class MergedElsewhere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final UUID id;
    private final UUID intoId;

    public MergedElsewhere(UUID id, UUID intoId) {
        super("the contact was merged", null, false, false);
        this.id = id;
        this.intoId = intoId;
    }

    UUID id() {
        return id;
    }

    UUID intoId() {
        return intoId;
    }
}
