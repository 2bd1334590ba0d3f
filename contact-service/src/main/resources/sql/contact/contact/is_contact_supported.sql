-- Does anything still speak for a contact that a note made? A kept fact, a note's typed participant, a typed relative.
SELECT EXISTS (
           SELECT 1
             FROM fact
            WHERE user_id = :userId
              AND state = 'kept'
              AND (contact_id = :id OR member_id = :id))
    OR EXISTS (
           SELECT 1
             FROM typed_participant p
             JOIN note n ON n.user_id = p.user_id AND n.interaction_id = p.interaction_id
            WHERE p.user_id = :userId
              AND p.contact_id = :id
              AND NOT n.deleted)
    OR EXISTS (
           SELECT 1
             FROM relationship
            WHERE user_id = :userId
              AND typed
              AND (contact_id = :id OR other_id = :id)) AS supported
