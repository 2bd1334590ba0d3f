-- Which version of a living note is kept?
SELECT version
FROM document
WHERE user_id = :userId AND interaction_id = :interactionId AND NOT deleted
