package org.memoro.contacts.note;

import java.util.UUID;

/** Somebody who stands in a note: was there, or is only mentioned. */
public record RecognisedPerson(UUID contactId, String displayName, String role) {}
