-- Dates what a note says by the day the note happened.
UPDATE fact
   SET as_of = :asOf,
       version = version + 1
 WHERE user_id = :userId
   AND interaction_id = :interactionId
   AND as_of <> :asOf
