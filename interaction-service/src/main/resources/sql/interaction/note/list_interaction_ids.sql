-- Which living notes come next by id?
SELECT id
FROM interaction
WHERE user_id = :userId AND id > :after AND deleted_at IS NULL
ORDER BY id
LIMIT :limit
