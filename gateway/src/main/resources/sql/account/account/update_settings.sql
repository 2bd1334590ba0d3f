-- Keeps an account's settings, if nobody changed them in between.
UPDATE account
SET time_zone = :timeZone, enrichment = :enrichment, appearance = :appearance, version = version + 1
WHERE user_id = :userId AND version = :version
