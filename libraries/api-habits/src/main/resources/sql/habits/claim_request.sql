-- May this request run, being the first with its key (or the first since a claim that is a day old, or a minute without an answer)?
INSERT INTO idempotent_request AS known (user_id, method, path, key, body_hash, created_at)
VALUES (:userId, :method, :path, :key, :bodyHash, now())
ON CONFLICT (user_id, method, path, key) DO UPDATE
SET body_hash = excluded.body_hash,
    created_at = excluded.created_at,
    status = NULL,
    content_type = NULL,
    location = NULL,
    etag = NULL,
    body = NULL
WHERE known.created_at < now() - INTERVAL '24 hours'
   OR (known.status IS NULL AND known.created_at < now() - INTERVAL '1 minute')
