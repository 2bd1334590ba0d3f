-- How is the index of one account's vectors built? The server quotes what cannot be a parameter there.
SELECT format(
    'CREATE INDEX CONCURRENTLY %I ON %I USING hnsw ((embedding::halfvec(%s)) halfvec_cosine_ops) WITH (m = %s, ef_construction = %s)'
        ' WHERE user_id = %L AND model = %L AND dimensions = %s',
    CAST(:name AS text), CAST(:table AS text), CAST(:dimensions AS int), CAST(:neighbours AS int), CAST(:candidates AS int),
    CAST(:userId AS uuid), CAST(:model AS text), CAST(:dimensions AS int)) AS definition
