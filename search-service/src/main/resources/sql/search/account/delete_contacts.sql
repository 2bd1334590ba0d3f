-- Erases an account's contact rows, and with them their names.
DELETE FROM contact
WHERE user_id = :userId
