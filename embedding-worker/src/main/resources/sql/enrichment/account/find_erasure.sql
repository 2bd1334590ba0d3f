-- Is this account gone?
SELECT erased_at
FROM erased_account
WHERE user_id = :userId
