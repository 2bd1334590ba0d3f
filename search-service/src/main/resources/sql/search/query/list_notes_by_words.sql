-- Which notes share the rarest words with the question, by themselves, and with the words of the one before them in a thread?
-- Each shared stem counts as much as it is rare in this account, in hundred-thousandths. Notes that only have stems too frequent
-- to bring a note among the first are not looked at; of all others these count too, so the answer is the same.
WITH counted AS MATERIALIZED (
    SELECT given.lexeme,
           (SELECT count(*) FROM posting WHERE user_id = :userId AND posting.lexeme = given.lexeme) AS alone,
           (SELECT count(*) FROM context_posting WHERE user_id = :userId AND context_posting.lexeme = given.lexeme) AS added,
           (SELECT count(*) FROM document WHERE user_id = :userId AND NOT deleted) AS notes
    FROM unnest(CAST(:lexemes AS text[])) AS given (lexeme)
), weighed AS (
    SELECT lexeme, alone, alone + added AS in_thread,
           CASE WHEN alone > 0 THEN greatest(1, round(100000 * ln(1 + (notes - alone + 0.5) / (alone + 0.5)))) ELSE 0 END AS weight,
           greatest(1, round(100000 * ln(1 + (notes - alone - added + 0.5) / (alone + added + 0.5)))) AS thread_weight
    FROM counted
    WHERE alone + added > 0
), compared AS (
    -- As many notes as are wanted have at least the bound; without a rarer stem than this a note has at most the most.
    SELECT lexeme, CAST(weight AS int) AS weight, CAST(thread_weight AS int) AS thread_weight,
           sum(weight) OVER more_frequent AS most,
           sum(thread_weight) OVER more_frequent AS thread_most,
           max(weight) FILTER (WHERE alone >= :limit) OVER rarer AS bound,
           max(thread_weight) FILTER (WHERE in_thread >= :limit) OVER rarer AS thread_bound
    FROM weighed
    WINDOW more_frequent AS (ORDER BY in_thread DESC, lexeme ROWS UNBOUNDED PRECEDING),
           rarer AS (ORDER BY in_thread DESC, lexeme ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING)
), stem AS MATERIALIZED (
    SELECT lexeme, weight, thread_weight, coalesce(most < bound AND thread_most < thread_bound, false) AS frequent
    FROM compared
), found AS MATERIALIZED (
    SELECT interaction_id, CAST(sum(weight) AS int) AS score, CAST(sum(thread_weight) AS int) AS thread_score
    FROM (
        SELECT hit.interaction_id, stem.weight, stem.thread_weight
        FROM stem
        CROSS JOIN LATERAL (SELECT interaction_id FROM posting WHERE user_id = :userId AND lexeme = stem.lexeme OFFSET 0) AS hit
        WHERE NOT stem.frequent
        UNION ALL
        SELECT hit.interaction_id, 0, stem.thread_weight
        FROM stem
        CROSS JOIN LATERAL (
            SELECT interaction_id FROM context_posting WHERE user_id = :userId AND lexeme = stem.lexeme OFFSET 0) AS hit
        WHERE NOT stem.frequent
    ) AS hits
    GROUP BY interaction_id
), candidate AS MATERIALIZED (
    SELECT interaction_id, score, thread_score
    FROM found
    WHERE score >= coalesce((SELECT score FROM found ORDER BY score DESC OFFSET :limit - 1 LIMIT 1), 1)
                   - coalesce((SELECT sum(weight) FROM stem WHERE frequent), 0)
       OR thread_score >= coalesce((SELECT thread_score FROM found ORDER BY thread_score DESC OFFSET :limit - 1 LIMIT 1), 1)
                          - coalesce((SELECT sum(thread_weight) FROM stem WHERE frequent), 0)
), scored AS MATERIALIZED (
    SELECT interaction_id, sum(score) AS score, sum(thread_score) AS thread_score
    FROM (
        SELECT interaction_id, score, thread_score FROM candidate
        UNION ALL
        SELECT interaction_id, hits.weight, hits.thread_weight
        FROM (
            SELECT hit.interaction_id, stem.weight, stem.thread_weight
            FROM stem
            CROSS JOIN LATERAL (SELECT interaction_id FROM posting WHERE user_id = :userId AND lexeme = stem.lexeme OFFSET 0) AS hit
            WHERE stem.frequent) AS hits
        JOIN candidate USING (interaction_id)
        UNION ALL
        SELECT interaction_id, 0, hits.thread_weight
        FROM (
            SELECT hit.interaction_id, stem.thread_weight
            FROM stem
            CROSS JOIN LATERAL (
                SELECT interaction_id FROM context_posting WHERE user_id = :userId AND lexeme = stem.lexeme OFFSET 0) AS hit
            WHERE stem.frequent) AS hits
        JOIN candidate USING (interaction_id)
    ) AS parts
    GROUP BY interaction_id
)
(SELECT interaction_id, CAST(score AS float8) AS score, false AS in_thread
 FROM scored
 WHERE scored.score > 0
 ORDER BY scored.score DESC, interaction_id DESC
 LIMIT :limit)
UNION ALL
(SELECT interaction_id, CAST(thread_score AS float8), true
 FROM scored
 ORDER BY thread_score DESC, interaction_id DESC
 LIMIT :limit)
