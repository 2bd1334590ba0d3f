-- Forgets what an account that is no more kept in typed_participant.
DELETE FROM typed_participant
 WHERE user_id = :userId
