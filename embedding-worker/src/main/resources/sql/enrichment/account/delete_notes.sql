-- Forgets all notes of an account; extractions, vectors and waiting ones go with them.
DELETE FROM enriched_note
WHERE user_id = :userId
