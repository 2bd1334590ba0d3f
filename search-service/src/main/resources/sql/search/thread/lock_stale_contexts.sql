-- Which of these contexts are as stale as they were? Nobody else is to settle those meanwhile.
SELECT stale.interaction_id
FROM stale_context AS stale
JOIN unnest(CAST(:interactionIds AS uuid[]), CAST(:marks AS uuid[])) AS given (interaction_id, mark)
  ON given.interaction_id = stale.interaction_id AND given.mark = stale.mark
WHERE stale.user_id = :userId
ORDER BY stale.interaction_id
FOR UPDATE OF stale
