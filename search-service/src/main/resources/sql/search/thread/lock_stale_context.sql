-- Is a context as stale as it was? Then nobody else is to settle it meanwhile.
SELECT mark
FROM stale_context
WHERE user_id = :userId AND interaction_id = :interactionId AND mark = :mark
FOR UPDATE
