-- Writes down what other_id is to contact_id.
INSERT INTO relationship (user_id, id, contact_id, other_id, relation, inverse, typed, interaction_id, created_at)
VALUES (:userId, :id, :contactId, :otherId, :relation, :inverse, :typed, :interactionId, :now)
