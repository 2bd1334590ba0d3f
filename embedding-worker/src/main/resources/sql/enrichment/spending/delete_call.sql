-- Takes back what a call set aside that brought nothing to pay for.
DELETE FROM provider_call
WHERE user_id = :userId AND id = :id AND answered_at IS NULL
