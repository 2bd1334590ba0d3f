-- Writes a new contact down.
INSERT INTO contact (
    user_id, id, first_name, last_name, nickname, birthday_year, birthday_month, birthday_day, location, company,
    job_title, relation_to_me, emails, phones, addresses, links, how_we_met, notes, tags, created_by, created_at,
    updated_at, version)
VALUES (
    :userId, :id, :firstName, :lastName, :nickname, :birthdayYear, :birthdayMonth, :birthdayDay, :location, :company,
    :jobTitle, :relationToMe, CAST(:emails AS jsonb), CAST(:phones AS jsonb), CAST(:addresses AS jsonb),
    CAST(:links AS jsonb), :howWeMet, :notes, :tags, :createdBy, :now,
    :now, 1)
