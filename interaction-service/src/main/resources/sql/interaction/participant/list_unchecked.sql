-- Which contacts of an account could contact-service not be asked about yet?
SELECT DISTINCT contact_id
FROM participant
WHERE user_id = :userId AND state = 'unchecked'
LIMIT :limit
