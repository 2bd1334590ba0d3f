-- How many accounts are there? Run as the relay role.
SELECT count(user_id) AS accounts
FROM account
