-- Notes what happened to an account.
INSERT INTO audit_entry (user_id, id, at, kind, session_id, token_id, user_agent, detail)
VALUES (:userId, :id, :at, :kind, :sessionId, :tokenId, :userAgent, :detail)
