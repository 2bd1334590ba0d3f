-- Keeps who was typed for a note; a typed participant counts as typed even if recognised before.
INSERT INTO participant AS p (user_id, interaction_id, contact_id, shown_contact_id, display_name, source, role, state,
                              position)
SELECT :userId, :interactionId, t.contact_id, t.shown_contact_id, t.display_name, 'typed', 'participant',
       CASE WHEN t.display_name IS NULL THEN 'unchecked' ELSE 'known' END, t.position
FROM unnest(:contactIds, :shownContactIds, :displayNames) WITH ORDINALITY
     AS t (contact_id, shown_contact_id, display_name, position)
ON CONFLICT ON CONSTRAINT participant_pk DO UPDATE
SET shown_contact_id = CASE WHEN EXCLUDED.state = 'known' THEN EXCLUDED.shown_contact_id ELSE p.shown_contact_id END,
    display_name = coalesce(EXCLUDED.display_name, p.display_name),
    state = CASE WHEN EXCLUDED.state = 'known' THEN 'known' ELSE p.state END,
    source = 'typed',
    role = 'participant',
    position = EXCLUDED.position
