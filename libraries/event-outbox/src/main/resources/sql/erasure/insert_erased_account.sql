-- Remembers that an account is gone: from now on nothing is written for it.
INSERT INTO erased_account (user_id)
VALUES (:userId)
ON CONFLICT (user_id) DO NOTHING
