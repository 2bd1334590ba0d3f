-- Does any note of the account stand in a thread?
SELECT EXISTS (SELECT FROM context_posting WHERE user_id = :userId) AS has_contexts
