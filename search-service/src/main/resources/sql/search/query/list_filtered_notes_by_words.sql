-- Which notes share the rarest words with the question, by themselves, and with the words of the one before them in a thread, of
-- those that a filter allows? Each shared stem counts as much as it is rare in this account, in hundred-thousandths.
WITH counted AS MATERIALIZED (
    SELECT given.lexeme,
           (SELECT count(*) FROM posting WHERE user_id = :userId AND posting.lexeme = given.lexeme) AS alone,
           (SELECT count(*) FROM context_posting WHERE user_id = :userId AND context_posting.lexeme = given.lexeme) AS added,
           (SELECT count(*) FROM document WHERE user_id = :userId AND NOT deleted) AS notes
    FROM unnest(CAST(:lexemes AS text[])) AS given (lexeme)
), stem AS MATERIALIZED (
    SELECT lexeme,
           CAST(greatest(1, round(100000 * ln(1 + (notes - alone + 0.5) / (alone + 0.5)))) AS int) AS weight,
           CAST(greatest(1, round(100000 * ln(1 + (notes - alone - added + 0.5) / (alone + added + 0.5)))) AS int)
               AS thread_weight
    FROM counted
    WHERE alone + added > 0
), found AS MATERIALIZED (
    SELECT interaction_id, sum(weight) AS score, sum(thread_weight) AS thread_score
    FROM (
        SELECT hit.interaction_id, stem.weight, stem.thread_weight
        FROM stem
        CROSS JOIN LATERAL (SELECT interaction_id FROM posting WHERE user_id = :userId AND lexeme = stem.lexeme OFFSET 0) AS hit
        UNION ALL
        SELECT hit.interaction_id, 0, stem.thread_weight
        FROM stem
        CROSS JOIN LATERAL (
            SELECT interaction_id FROM context_posting WHERE user_id = :userId AND lexeme = stem.lexeme OFFSET 0) AS hit
    ) AS hits
    GROUP BY interaction_id
), allowed AS MATERIALIZED (
    SELECT found.interaction_id, found.score, found.thread_score
    FROM found
    JOIN document ON document.user_id = :userId AND document.interaction_id = found.interaction_id
    WHERE (CAST(:from AS date) IS NULL OR document.occurred_on >= :from)
      AND (CAST(:to AS date) IS NULL OR document.occurred_on <= :to)
      AND (CAST(:contactId AS uuid) IS NULL OR EXISTS (
          SELECT FROM document_contact AS about
          WHERE about.user_id = :userId
            AND about.interaction_id = document.interaction_id
            AND about.contact_id = :contactId))
      AND (CAST(:tag AS text) IS NULL OR EXISTS (
          SELECT FROM document_contact AS about
          JOIN contact ON contact.user_id = :userId AND contact.contact_id = about.contact_id
          WHERE about.user_id = :userId
            AND about.interaction_id = document.interaction_id
            AND CAST(:tag AS text) = ANY(contact.tags)))
)
(SELECT interaction_id, CAST(score AS float8) AS score, false AS in_thread
 FROM allowed
 WHERE allowed.score > 0
 ORDER BY allowed.score DESC, interaction_id DESC
 LIMIT :limit)
UNION ALL
(SELECT interaction_id, CAST(thread_score AS float8), true
 FROM allowed
 ORDER BY thread_score DESC, interaction_id DESC
 LIMIT :limit)
