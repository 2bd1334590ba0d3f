CREATE INDEX document_occurred_on_idx ON document (user_id, occurred_on);
