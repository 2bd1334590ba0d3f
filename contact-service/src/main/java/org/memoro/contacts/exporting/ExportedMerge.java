package org.memoro.contacts.exporting;

import java.time.Instant;
import java.util.UUID;

/** One contact made part of another. */
record ExportedMerge(UUID id, UUID contactId, UUID intoId, Instant mergedAt) {}
