-- Forgets the sessions of an account that are over.
DELETE FROM session
WHERE user_id = :userId AND (expires_at <= :now OR idle_expires_at <= :now)
