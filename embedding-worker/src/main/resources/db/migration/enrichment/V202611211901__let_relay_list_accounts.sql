-- After a start with another model the job finds out which accounts have notes, then works on one account at a time.
CREATE POLICY relay ON enriched_note FOR SELECT TO ${relay_role} USING (true);

GRANT SELECT (user_id) ON enriched_note TO ${relay_role};
