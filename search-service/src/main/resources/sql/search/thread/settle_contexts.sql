-- Of which of these contexts is what was read still all there is to read? They are no longer stale.
WITH unchanged AS MATERIALIZED (
    SELECT stale.interaction_id
    FROM stale_context AS stale
    JOIN unnest(CAST(:interactionIds AS uuid[]), CAST(:marks AS uuid[])) AS given (interaction_id, mark)
      ON given.interaction_id = stale.interaction_id AND given.mark = stale.mark
    WHERE stale.user_id = :userId
    ORDER BY stale.interaction_id
    FOR UPDATE OF stale
)
DELETE FROM stale_context
USING unchanged
WHERE stale_context.user_id = :userId AND stale_context.interaction_id = unchanged.interaction_id
RETURNING stale_context.interaction_id
