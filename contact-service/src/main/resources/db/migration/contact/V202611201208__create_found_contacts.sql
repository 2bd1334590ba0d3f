-- The living contacts that match what was typed so far: every word begins a word of the name; where nobody does,
-- names that are spelt much alike. An empty query matches everybody.
CREATE FUNCTION found_contacts(account uuid, query text, tag text) RETURNS SETOF contact
    LANGUAGE sql STABLE
AS $$
    WITH typed AS (
        SELECT folded(query) AS name,
               string_to_array(folded(query), ' ') AS words
    ), tagged AS (
        SELECT c.*
          FROM contact c
         WHERE c.user_id = account
           AND c.deleted_at IS NULL
           AND c.merged_into IS NULL
           AND (tag IS NULL OR tag = ANY (c.tags))
    ), begun AS (
        SELECT c.id
          FROM tagged c, typed
         WHERE (SELECT bool_and(strpos(' ' || c.folded_name, ' ' || word) > 0) FROM unnest(typed.words) AS word)
    )
    SELECT c.*
      FROM tagged c, typed
     WHERE coalesce(trim(query), '') = ''
        OR c.id IN (SELECT id FROM begun)
        OR (length(typed.name) >= 4
            AND NOT EXISTS (SELECT 1 FROM begun)
            AND (SELECT bool_and(extensions.word_similarity(word, c.folded_name) >= 0.4) FROM unnest(typed.words) AS word))
$$;
