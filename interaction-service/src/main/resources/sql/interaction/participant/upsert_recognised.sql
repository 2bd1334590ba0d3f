-- Keeps who was recognised in a note, beside who was typed.
INSERT INTO participant AS p (user_id, interaction_id, contact_id, shown_contact_id, display_name, source, role, state,
                              position)
SELECT :userId, :interactionId, r.contact_id, r.contact_id, r.display_name, 'recognised', r.role, 'known', r.position
FROM unnest(:contactIds, :displayNames, :roles) WITH ORDINALITY AS r (contact_id, display_name, role, position)
ON CONFLICT ON CONSTRAINT participant_pk DO UPDATE
SET shown_contact_id = EXCLUDED.shown_contact_id,
    display_name = EXCLUDED.display_name,
    state = 'known',
    role = CASE WHEN p.source = 'typed' THEN p.role ELSE EXCLUDED.role END,
    position = CASE WHEN p.source = 'typed' THEN p.position ELSE EXCLUDED.position END
