-- Keeps the answer to the first request with this key.
UPDATE idempotent_request
SET status = :status,
    content_type = :contentType,
    location = :location,
    etag = :etag,
    body = :body
WHERE user_id = :userId
  AND method = :method
  AND path = :path
  AND key = :key
