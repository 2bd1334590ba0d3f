-- Sets aside what a call may cost, unless what was spent this month and what is set aside already use the budget up.
INSERT INTO provider_call (user_id, id, purpose, called_at, input_tokens, output_tokens, cost)
SELECT :userId, :id, 'facts', :now, 0, 0, :cost
FROM monthly_spending
WHERE user_id = :userId
  AND month = :month
  AND cost + (SELECT coalesce(sum(open.cost), 0)
              FROM provider_call open
              WHERE open.user_id = :userId AND open.answered_at IS NULL AND open.called_at > :stillRunning) < :budget
RETURNING id
