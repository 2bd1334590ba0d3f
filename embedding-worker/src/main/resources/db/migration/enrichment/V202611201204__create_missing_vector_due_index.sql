CREATE INDEX missing_vector_due_idx ON missing_vector (due_at);
