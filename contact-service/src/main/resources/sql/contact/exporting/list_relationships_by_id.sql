-- Which relationships come next by id, with the names of both?
SELECT r.id, r.contact_id, c.display_name, r.other_id, o.display_name AS other_name, r.relation, r.inverse, r.typed,
       r.interaction_id, r.created_at
  FROM relationship r
  JOIN contact c ON c.user_id = r.user_id AND c.id = r.contact_id
  JOIN contact o ON o.user_id = r.user_id AND o.id = r.other_id
 WHERE r.user_id = :userId
   AND r.id > :after
 ORDER BY r.id
 LIMIT :limit
