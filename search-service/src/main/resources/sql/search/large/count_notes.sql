-- How many notes has an account, if not more than so many?
SELECT count(*) FROM (SELECT FROM document WHERE user_id = :userId AND NOT deleted LIMIT :atMost) AS living
