-- Whoever has the search index built anew goes through all accounts, then works on one at a time.
CREATE POLICY relay ON account FOR SELECT TO ${relay_role} USING (true);

GRANT SELECT (user_id) ON account TO ${relay_role};
