-- Makes what is said of one contact be said of another; of two typed values the other's own stays. Which facts moved?
UPDATE fact f
   SET contact_id = :toId,
       version = version + 1
 WHERE f.user_id = :userId
   AND f.contact_id = :fromId
   AND (f.interaction_id IS NOT NULL
        OR NOT EXISTS (
            SELECT 1
              FROM fact own
             WHERE own.user_id = :userId
               AND own.contact_id = :toId
               AND own.kind = f.kind
               AND own.interaction_id IS NULL))
RETURNING f.id
