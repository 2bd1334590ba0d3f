-- Which contacts come next by name, of those that match what was typed and carry the tag?
SELECT id, first_name, last_name, nickname, display_name, birthday_year, birthday_month, birthday_day, location, company,
       job_title, relation_to_me, emails::text AS emails, phones::text AS phones, addresses::text AS addresses,
       links::text AS links, how_we_met, notes, tags, latest_news_text, latest_news_as_of, latest_news_interaction_id,
       last_interaction_on, created_at, updated_at, version, created_by, deleted_at, deleted_by, merged_into,
       folded_name
  FROM found_contacts(:userId, :query, :tag)
 WHERE user_id = :userId
   AND (CAST(:afterName AS text) IS NULL OR (folded_name, id) > (:afterName, :afterId))
 ORDER BY folded_name, id
 LIMIT :limit
