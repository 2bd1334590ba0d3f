-- In which notes a stem stands. A table of our own, because row-level security keeps the planner from using a GIN
-- index: "@@" is not leakproof, "=" is. So one account's words are found in one account's part of one B-tree.
CREATE TABLE posting (
    user_id        uuid             NOT NULL,
    lexeme         text COLLATE "C" NOT NULL,
    interaction_id uuid             NOT NULL,
    CONSTRAINT posting_pk PRIMARY KEY (user_id, lexeme, interaction_id)
);

-- Rows are only added and removed; a fresh visibility map lets a search read the index alone.
ALTER TABLE posting SET (autovacuum_vacuum_insert_scale_factor = 0.02);

ALTER TABLE posting ENABLE ROW LEVEL SECURITY;
ALTER TABLE posting FORCE ROW LEVEL SECURITY;

CREATE POLICY tenant ON posting
    USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
    WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE, DELETE ON posting TO ${app_role};
