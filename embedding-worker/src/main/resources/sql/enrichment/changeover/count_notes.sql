-- How many notes of an account have a vector, or wait for one?
SELECT count(*) AS notes
FROM enriched_note
WHERE user_id = :userId AND NOT deleted
