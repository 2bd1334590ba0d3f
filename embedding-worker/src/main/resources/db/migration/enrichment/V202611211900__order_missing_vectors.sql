-- Vectors that were asked for come before those that nobody has tried to make yet: a change of the model is no hurry.
DROP INDEX missing_vector_due_idx;

CREATE INDEX missing_vector_due_idx ON missing_vector ((attempts = 0), due_at);

GRANT SELECT (attempts) ON missing_vector TO ${relay_role};
