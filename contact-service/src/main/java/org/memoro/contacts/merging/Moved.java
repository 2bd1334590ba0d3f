package org.memoro.contacts.merging;

import java.util.List;
import java.util.UUID;
import org.memoro.contacts.contact.ContactFields;
import org.memoro.contacts.relationship.RelationshipRow;

/**
 * What a merge moved and changed.
 *
 * @param facts said of the merged contact before
 * @param members family facts that named it as the relative
 * @param notes it was a typed participant of
 * @param sharedNotes those of which the other was a participant too
 * @param repointed its typed relationships, as they were
 * @param dropped those that the other had already, or that tied the two
 * @param before what was typed about the other contact
 * @param after the same after the merge
 */
record Moved(
        List<UUID> facts,
        List<UUID> members,
        List<UUID> notes,
        List<UUID> sharedNotes,
        List<RelationshipRow> repointed,
        List<RelationshipRow> dropped,
        ContactFields before,
        ContactFields after) {}
