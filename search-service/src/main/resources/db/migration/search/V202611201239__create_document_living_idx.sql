-- Counts an account's notes without reading them.
CREATE INDEX document_living_idx ON document (user_id) WHERE NOT deleted;
