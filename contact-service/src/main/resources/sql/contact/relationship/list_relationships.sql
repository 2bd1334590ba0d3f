-- Who is related to this contact, both ways round? With every word that tells whether the other is a woman or a man.
SELECT r.id,
       r.contact_id,
       r.other_id,
       r.relation,
       r.inverse,
       r.typed,
       r.interaction_id,
       o.display_name,
       ARRAY (SELECT w.relation FROM relationship w WHERE w.user_id = :userId AND w.other_id = o.id
              UNION ALL
              SELECT w.inverse FROM relationship w WHERE w.user_id = :userId AND w.contact_id = o.id AND w.inverse IS NOT NULL
              UNION ALL
              SELECT o.relation_to_me WHERE o.relation_to_me IS NOT NULL) AS other_words
  FROM relationship r
  JOIN contact o
    ON o.user_id = r.user_id
   AND o.id = CASE WHEN r.contact_id = :contactId THEN r.other_id ELSE r.contact_id END
 WHERE r.user_id = :userId
   AND (r.contact_id = :contactId OR r.other_id = :contactId)
   AND o.deleted_at IS NULL
   AND o.merged_into IS NULL
 ORDER BY r.created_at, r.id
 LIMIT 200
