-- Which contacts does a typed name mean: it begins one of their names, or differs from it in a letter or two?
SELECT contact_id, display_name, about, last_interaction_on,
       folded_names LIKE :beginning AS begins,
       strict_word_similarity(:name, folded_names)::float8 AS similarity
FROM contact
WHERE user_id = :userId
  AND NOT deleted
  AND (folded_names LIKE :beginning OR strict_word_similarity(:name, folded_names) >= 0.5)
  AND (CAST(:contactId AS uuid) IS NULL OR contact_id = :contactId)
  AND (CAST(:tag AS text) IS NULL OR CAST(:tag AS text) = ANY(tags))
ORDER BY begins DESC, similarity DESC, last_interaction_on DESC NULLS LAST, display_name, contact_id
LIMIT :limit
