-- Which accounts have participants that contact-service could not be asked about yet?
SELECT DISTINCT user_id
FROM participant
WHERE state = 'unchecked'
LIMIT :limit
