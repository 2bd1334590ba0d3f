-- Whom could this one word mean: a first name, a last name or a nickname of somebody living?
SELECT id, first_name, last_name, nickname, display_name, relation_to_me
  FROM contact
 WHERE user_id = :userId
   AND deleted_at IS NULL
   AND merged_into IS NULL
   -- The kept name narrows it down before anything is folded row by row.
   AND strpos(folded_name, (SELECT folded(:name))) > 0
   AND (SELECT folded(:name)) IN (folded(first_name), folded(last_name), folded(nickname), folded_name)
 ORDER BY id
 LIMIT 20
