-- When was this contact last met? The newest living note with them as a typed or a recognised participant.
UPDATE contact c
   SET last_interaction_on = (
           SELECT max(n.occurred_on)
             FROM note n
            WHERE n.user_id = :userId
              AND NOT n.deleted
              AND (EXISTS (
                       SELECT 1
                         FROM typed_participant p
                        WHERE p.user_id = :userId
                          AND p.interaction_id = n.interaction_id
                          AND p.contact_id = c.id)
                   OR EXISTS (
                       SELECT 1
                         FROM fact f
                        WHERE f.user_id = :userId
                          AND f.interaction_id = n.interaction_id
                          AND f.contact_id = c.id
                          AND f.kind = 'person'
                          AND f.state = 'kept'
                          AND f.value ->> 'role' = 'participant')))
 WHERE c.user_id = :userId
   AND c.id = :id
