-- What may facts change about this version of a note? Nobody else changes it until the transaction ends.
SELECT occurred_on, occurred_on_source, occurred_at, written_at, zone, location, location_source
FROM interaction
WHERE user_id = :userId AND id = :id AND version = :version AND deleted_at IS NULL
FOR UPDATE
