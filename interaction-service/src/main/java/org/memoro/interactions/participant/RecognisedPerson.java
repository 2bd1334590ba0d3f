package org.memoro.interactions.participant;

import java.util.UUID;

/** A contact that the text of a note names. */
public record RecognisedPerson(UUID contactId, String displayName, Role role) {}
