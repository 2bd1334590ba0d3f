-- Which accounts have notes deleted longer ago than they can be restored, and whose text is still there?
SELECT DISTINCT user_id
FROM interaction
WHERE deleted_at < :before AND purged_at IS NULL
LIMIT :limit
