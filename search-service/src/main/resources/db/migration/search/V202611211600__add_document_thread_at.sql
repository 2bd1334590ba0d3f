-- When a note stands in its conversation: the notes of one thread are read in this order.
ALTER TABLE document ADD COLUMN thread_at timestamptz;

COMMENT ON COLUMN document.thread_at IS 'When it happened, as exactly as is known; notes of one time follow each other as they were written.';
