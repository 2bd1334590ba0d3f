-- Remembers that an account is erased.
INSERT INTO erased_account (user_id)
VALUES (:userId)
ON CONFLICT ON CONSTRAINT erased_account_pk DO NOTHING
