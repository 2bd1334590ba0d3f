-- Which notes of any account wait for something to be done about their missing vector? Run as the relay role, the longest
-- waiting first, and behind them those that nobody has asked for yet.
SELECT user_id, interaction_id
FROM missing_vector
WHERE due_at <= :now
ORDER BY attempts = 0, due_at
LIMIT :limit
