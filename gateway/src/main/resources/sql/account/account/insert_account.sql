-- Makes an account, unless the same person was faster in another window.
INSERT INTO account (user_id, registration_id, subject, email, first_name, last_name, time_zone, enrichment, created_at, version)
VALUES (:userId, :registrationId, :subject, :email, :firstName, :lastName, :timeZone, 'on', :createdAt, 1)
ON CONFLICT (registration_id, subject) DO NOTHING
