-- What happened to this account, newest first?
SELECT id, at, kind, session_id, token_id, user_agent, detail
FROM audit_entry
WHERE user_id = :userId AND (CAST(:beforeId AS uuid) IS NULL OR id < :beforeId)
ORDER BY id DESC
LIMIT :limit
