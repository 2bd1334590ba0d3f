-- Takes over what the provider says today, if it says something else than last time.
UPDATE account
SET email = :email, first_name = :firstName, last_name = :lastName, version = version + 1
WHERE user_id = :userId
  AND (email, first_name, last_name) IS DISTINCT FROM (:email, :firstName, :lastName)
