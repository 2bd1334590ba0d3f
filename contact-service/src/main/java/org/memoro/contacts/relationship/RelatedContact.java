package org.memoro.contacts.relationship;

import java.util.UUID;

/** Who is meant, by id and name. */
public record RelatedContact(UUID id, String displayName) {}
