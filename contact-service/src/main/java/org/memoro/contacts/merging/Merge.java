package org.memoro.contacts.merging;

import java.util.UUID;

/** One contact made part of another. */
record Merge(UUID id, UUID contactId, UUID intoId, Moved moved) {}
