-- Which contacts come next by id, living, deleted or merged?
SELECT id, first_name, last_name, nickname, display_name, birthday_year, birthday_month, birthday_day, location, company,
       job_title, relation_to_me, emails::text AS emails, phones::text AS phones, addresses::text AS addresses,
       links::text AS links, how_we_met, notes, tags, latest_news_text, latest_news_as_of, latest_news_interaction_id,
       last_interaction_on, created_at, updated_at, version, created_by, deleted_at, deleted_by, merged_into
  FROM contact
 WHERE user_id = :userId
   AND id > :after
 ORDER BY id
 LIMIT :limit
