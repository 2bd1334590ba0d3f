-- Does this export still run, and may it go on?
UPDATE running_export
SET expires_at = :expiresAt
WHERE user_id = :userId AND id = :id
