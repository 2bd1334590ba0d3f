-- Who takes part or is mentioned in these notes, in the order in which they were named?
SELECT p.interaction_id, p.contact_id, p.shown_contact_id, p.display_name, p.source, p.role
FROM participant p
WHERE p.user_id = :userId AND p.interaction_id = ANY (:interactionIds) AND p.state <> 'gone'
ORDER BY p.interaction_id, p.source DESC, p.position, p.contact_id
