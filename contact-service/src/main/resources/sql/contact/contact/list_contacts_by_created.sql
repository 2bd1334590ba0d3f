-- Which contacts come next by when they were written down, newest first?
SELECT id, first_name, last_name, nickname, display_name, birthday_year, birthday_month, birthday_day, location, company,
       job_title, relation_to_me, emails::text AS emails, phones::text AS phones, addresses::text AS addresses,
       links::text AS links, how_we_met, notes, tags, latest_news_text, latest_news_as_of, latest_news_interaction_id,
       last_interaction_on, created_at, updated_at, version, created_by, deleted_at, deleted_by, merged_into,
       folded_name
  FROM found_contacts(:userId, :query, :tag)
 WHERE user_id = :userId
   AND (CAST(:afterInstant AS timestamptz) IS NULL OR (created_at, id) < (:afterInstant, :afterId))
 ORDER BY created_at DESC, id DESC
 LIMIT :limit
