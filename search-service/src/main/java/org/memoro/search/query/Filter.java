package org.memoro.search.query;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What must hold for everything found. */
record Filter(
        @Nullable UUID contactId,
        @Nullable String tag,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    boolean allowsEverything() {
        return contactId == null && tag == null && from == null && to == null;
    }

    /** Contacts have no date: a search within a time is a search for notes. */
    boolean allowsContacts() {
        return from == null && to == null;
    }
}
