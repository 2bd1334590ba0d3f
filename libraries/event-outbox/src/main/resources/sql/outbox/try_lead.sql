-- Is this transaction the one that may publish this schema's events now?
SELECT pg_try_advisory_xact_lock(hashtext('memoro.outbox'), hashtext(current_schema())) AS leader
