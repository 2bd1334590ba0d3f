package org.memoro.contacts.understanding;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.contacts.contact.PersonName;
import org.memoro.contacts.fact.FactState;
import org.memoro.contacts.understanding.Extraction.Person;

/**
 * Somebody in a note, and which contact that is.
 *
 * @param subject the name that ties this person's facts together
 * @param contactId null while it is open who is meant
 * @param candidates whom it may mean, while that is open
 * @param state whether it counts that this contact stands in the note
 * @param isNew whether nobody knew this person before the note
 */
record RecognisedPerson(
        Person read,
        PersonName name,
        String subject,
        @Nullable UUID contactId,
        List<UUID> candidates,
        FactState state,
        boolean isNew) {

    /** Whether the reader is sure enough of the person, once it is clear who is meant. */
    boolean isSure() {
        // That somebody is new, or may be several, is asked for by itself and no doubt any more when it is answered.
        return switch (read.contactMatch().status()) {
            case "known" -> NoteFacts.isSure(read);
            case "ambiguous" -> contactId != null;
            default -> NoteFacts.isConfident(read);
        };
    }

    /** The state of a fact about this person that the machine believes, or does not. */
    FactState stateOf(boolean believed) {
        if (state == FactState.OFF) {
            return FactState.OFF;
        }
        return believed && state == FactState.KEPT ? FactState.KEPT : FactState.SUGGESTED;
    }
}
