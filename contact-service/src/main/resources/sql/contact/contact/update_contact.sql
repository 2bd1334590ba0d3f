-- Replaces everything that can be typed about a contact; whoever is edited by hand belongs to the user from then on.
UPDATE contact
   SET first_name = :firstName,
       last_name = :lastName,
       nickname = :nickname,
       birthday_year = :birthdayYear,
       birthday_month = :birthdayMonth,
       birthday_day = :birthdayDay,
       location = :location,
       company = :company,
       job_title = :jobTitle,
       relation_to_me = :relationToMe,
       emails = CAST(:emails AS jsonb),
       phones = CAST(:phones AS jsonb),
       addresses = CAST(:addresses AS jsonb),
       links = CAST(:links AS jsonb),
       how_we_met = :howWeMet,
       notes = :notes,
       tags = :tags,
       created_by = 'user',
       updated_at = :now,
       version = version + 1
 WHERE user_id = :userId
   AND id = :id
