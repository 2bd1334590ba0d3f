-- Which notes share the rarest words with the question? Each shared stem counts as much as it is rare in this account.
-- In threads the words of the note before count as a note's own.
WITH hit AS MATERIALIZED (
    SELECT lexeme, interaction_id
    FROM posting
    WHERE user_id = :userId AND lexeme = ANY(:lexemes)
    UNION ALL
    SELECT lexeme, interaction_id
    FROM context_posting
    WHERE CAST(:inThreads AS boolean) AND user_id = :userId AND lexeme = ANY(:lexemes)
), frequency AS (
    SELECT lexeme, count(*)::float8 AS notes
    FROM hit
    GROUP BY lexeme
), total AS (
    SELECT count(*)::float8 AS notes
    FROM document
    WHERE user_id = :userId AND NOT deleted
), weight AS MATERIALIZED (
    SELECT lexeme, ln(1 + (total.notes - frequency.notes + 0.5) / (frequency.notes + 0.5)) AS idf
    FROM frequency CROSS JOIN total
)
SELECT hit.interaction_id, sum(weight.idf)::float8 AS score
FROM hit
JOIN weight ON weight.lexeme = hit.lexeme
GROUP BY hit.interaction_id
ORDER BY score DESC, hit.interaction_id DESC
LIMIT :limit
