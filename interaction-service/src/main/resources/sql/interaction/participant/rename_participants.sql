-- Shows contacts as contact-service names them now, and answers in which notes that changed something.
UPDATE participant p
SET shown_contact_id = n.shown_contact_id, display_name = n.display_name, state = 'known'
FROM unnest(:contactIds, :shownContactIds, :displayNames) AS n (contact_id, shown_contact_id, display_name)
WHERE p.user_id = :userId
  AND p.contact_id = n.contact_id
  AND (p.shown_contact_id, p.display_name, p.state) IS DISTINCT FROM (n.shown_contact_id, n.display_name, 'known')
RETURNING p.interaction_id
