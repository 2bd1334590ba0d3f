-- Remembers when a note happened and which version we have heard of; never goes back to an older one.
INSERT INTO note (user_id, interaction_id, version, occurred_on, deleted, updated_at)
VALUES (:userId, :interactionId, :version, :occurredOn, :deleted, :now)
ON CONFLICT ON CONSTRAINT note_pk DO UPDATE
   SET version = EXCLUDED.version,
       occurred_on = EXCLUDED.occurred_on,
       deleted = EXCLUDED.deleted,
       updated_at = EXCLUDED.updated_at
 WHERE note.version <= EXCLUDED.version
