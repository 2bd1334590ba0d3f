-- Which of these personal access tokens are still good?
SELECT shown.hash
FROM unnest(CAST(:hashes AS text[])) AS shown (hash)
WHERE EXISTS (SELECT FROM find_token(decode(shown.hash, 'hex'), :now))
