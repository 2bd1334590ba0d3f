-- How many vectors has a model made of an account's notes, by themselves and in their threads, if not more than so many?
SELECT (SELECT count(*)
        FROM (SELECT FROM document_vector WHERE user_id = :userId AND model = :model LIMIT :atMost) AS counted) AS note,
       (SELECT count(*)
        FROM (SELECT FROM context_vector WHERE user_id = :userId AND model = :model LIMIT :atMost) AS counted) AS thread
