-- Forgets a request that failed on our side, so that it may be tried again.
DELETE FROM idempotent_request
WHERE user_id = :userId
  AND method = :method
  AND path = :path
  AND key = :key
