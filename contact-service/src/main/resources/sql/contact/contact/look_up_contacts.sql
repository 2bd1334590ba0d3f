-- Which of these ids are living contacts, or were merged into one? A merged id answers with the one that lives on.
WITH RECURSIVE followed AS (
    SELECT c.id AS asked, c.id, c.merged_into, 0 AS steps
      FROM contact c
     WHERE c.user_id = :userId
       AND c.id = ANY (:ids)
    UNION ALL
    SELECT f.asked, c.id, c.merged_into, f.steps + 1
      FROM followed f
      JOIN contact c ON c.user_id = :userId AND c.id = f.merged_into
     WHERE f.steps < 50
)
SELECT f.asked AS id,
       c.display_name,
       c.nickname,
       CASE WHEN f.asked <> c.id THEN c.id END AS merged_into
  FROM followed f
  JOIN contact c ON c.user_id = :userId AND c.id = f.id
 WHERE c.merged_into IS NULL
   AND c.deleted_at IS NULL
