-- Which relationships touch this contact, as they are kept?
SELECT id, contact_id, other_id, relation, inverse, typed, interaction_id
  FROM relationship
 WHERE user_id = :userId
   AND (contact_id = :contactId OR other_id = :contactId)
 ORDER BY created_at, id
