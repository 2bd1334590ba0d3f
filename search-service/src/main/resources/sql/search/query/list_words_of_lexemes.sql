-- Which of these words have a stem that the question has?
SELECT given.word
FROM unnest(CAST(:words AS text[])) AS given (word)
WHERE tsvector_to_array(to_tsvector('note', given.word)) && CAST(:lexemes AS text[])
