package org.memoro.search.query;

import java.util.UUID;
import org.memoro.search.query.FindContacts.RankedContact;

/** A note or a contact with its place in the answer. */
sealed interface Found {
    UUID id();

    double score();

    /** A note. */
    record FoundNote(RankedNote note) implements Found {
        @Override
        public UUID id() {
            return note.id();
        }

        @Override
        public double score() {
            return note.score();
        }
    }

    /** A contact. */
    record FoundContact(RankedContact contact) implements Found {
        @Override
        public UUID id() {
            return contact.contact().id();
        }

        @Override
        public double score() {
            return contact.score();
        }
    }
}
