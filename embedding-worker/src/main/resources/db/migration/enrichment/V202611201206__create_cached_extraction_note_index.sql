CREATE INDEX cached_extraction_note_idx ON cached_extraction (user_id, interaction_id);
