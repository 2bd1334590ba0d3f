-- Which contacts are called by one of these names?
SELECT name, contact_id
FROM contact_name
WHERE user_id = :userId AND name = ANY(:names)
LIMIT :limit
