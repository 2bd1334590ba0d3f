-- Which of these sessions are still good?
SELECT shown.hash
FROM unnest(CAST(:hashes AS text[])) AS shown (hash)
WHERE EXISTS (SELECT FROM find_session(decode(shown.hash, 'hex'), :now))
