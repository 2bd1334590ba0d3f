-- Which contacts of the index were not read from their owner since then?
SELECT contact_id
FROM contact
WHERE user_id = :userId AND NOT deleted AND read_at < :before AND contact_id > :after
ORDER BY contact_id
LIMIT :limit
