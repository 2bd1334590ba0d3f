-- Gives facts back to the contact they were moved from, unless they have moved on since; what a note that named that
-- contact was found to say meanwhile goes along.
UPDATE fact
   SET contact_id = :toId,
       version = version + 1
 WHERE user_id = :userId
   AND contact_id = :fromId
   AND (id = ANY (:ids)
        OR (interaction_id, subject) IN (
            SELECT p.interaction_id, p.subject
              FROM fact p
             WHERE p.user_id = :userId
               AND p.contact_id = :fromId
               AND p.kind = 'person'
               AND p.id = ANY (:ids)))
