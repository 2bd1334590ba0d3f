-- Remembers that this account is gone.
INSERT INTO erased_account (user_id, erased_at)
VALUES (:userId, :now)
ON CONFLICT (user_id) DO NOTHING
