-- Which notes of any account wait for something to be done about their missing vector? Run as the relay role, the longest waiting first.
SELECT user_id, interaction_id
FROM missing_vector
WHERE due_at <= :now
ORDER BY due_at
LIMIT :limit
