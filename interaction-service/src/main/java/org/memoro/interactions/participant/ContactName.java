package org.memoro.interactions.participant;

import java.util.UUID;

/** How contact-service names a contact now, and which contact stands for it. */
record ContactName(UUID contactId, UUID shownContactId, String displayName) {}
