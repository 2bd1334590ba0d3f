-- Whom does the account know? Everything a reader of notes needs to recognise somebody.
SELECT id, first_name, last_name, nickname, display_name, relation_to_me
  FROM contact
 WHERE user_id = :userId
   AND deleted_at IS NULL
   AND merged_into IS NULL
 ORDER BY id
