-- Which accounts come next? Run as the relay role.
SELECT user_id
FROM account
WHERE user_id > :after
ORDER BY user_id
LIMIT :limit
