-- Which thing has this name? Apostrophes don't matter here, nor does :this.
SELECT id, 'a:b' AS label
FROM thing
WHERE user_id = :userId AND name = :name::text
