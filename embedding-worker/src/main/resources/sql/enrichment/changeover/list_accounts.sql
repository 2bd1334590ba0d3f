-- Which accounts have notes? Run as the relay role.
SELECT DISTINCT user_id
FROM enriched_note
