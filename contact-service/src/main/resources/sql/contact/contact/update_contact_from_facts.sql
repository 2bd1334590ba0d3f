-- Lets a contact follow its facts.
UPDATE contact
   SET birthday_year = :birthdayYear,
       birthday_month = :birthdayMonth,
       birthday_day = :birthdayDay,
       location = :location,
       company = :company,
       job_title = :jobTitle,
       relation_to_me = :relationToMe,
       latest_news_text = :newsText,
       latest_news_as_of = :newsAsOf,
       latest_news_interaction_id = :newsInteractionId,
       updated_at = :now,
       version = version + 1
 WHERE user_id = :userId
   AND id = :id
