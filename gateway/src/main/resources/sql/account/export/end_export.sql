-- Makes room for the account's next export.
DELETE FROM running_export
WHERE user_id = :userId AND id = :id
