-- Which accounts have contacts that were deleted before then? Asked by the relay role, over all accounts.
SELECT DISTINCT user_id
  FROM contact
 WHERE deleted_at < :before
