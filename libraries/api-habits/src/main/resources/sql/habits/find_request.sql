-- What was the first request with this key, and its answer?
SELECT body_hash, status, content_type, location, etag, body
FROM idempotent_request
WHERE user_id = :userId
  AND method = :method
  AND path = :path
  AND key = :key
