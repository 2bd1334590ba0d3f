-- Who is called exactly so, accents and case aside? With a nickname or without.
SELECT id, first_name, last_name, nickname, display_name, relation_to_me
  FROM contact
 WHERE user_id = :userId
   AND deleted_at IS NULL
   AND merged_into IS NULL
   -- The kept name narrows it down before anything is folded row by row.
   AND starts_with(folded_name, (SELECT folded(:name)))
   AND folded(coalesce(first_name, '') || ' ' || coalesce(last_name, '')) = (SELECT folded(:name))
 ORDER BY id
 LIMIT 20
