-- How many of an account's notes does each model have a vector of?
SELECT model, count(*) AS vectors
FROM passage_vector
WHERE user_id = :userId
GROUP BY model
