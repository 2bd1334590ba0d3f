-- Finds the notes right before and after one in a thread, however long the thread is.
CREATE INDEX document_thread_idx ON document (user_id, thread_key, thread_at, created_at, interaction_id)
    WHERE thread_key IS NOT NULL;
