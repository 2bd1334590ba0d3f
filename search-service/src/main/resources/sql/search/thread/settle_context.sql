-- Is what was read of a context still all there is to read? Then it is no longer stale.
DELETE FROM stale_context
WHERE user_id = :userId AND interaction_id = :interactionId AND mark = :mark
