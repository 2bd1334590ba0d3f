-- Writes a new fact down.
INSERT INTO fact (
    user_id, id, kind, contact_id, member_id, interaction_id, interaction_version, subject, said, value, quote,
    quote_start, quote_end, provider, model, confidence, status, sure, state, decided_by, decided_at, candidates, as_of,
    version)
VALUES (
    :userId, :id, :kind, :contactId, :memberId, :interactionId, :interactionVersion, :subject, :said,
    CAST(:value AS jsonb), :quote,
    :quoteStart, :quoteEnd, :provider, :model, :confidence, :status, :sure, :state, :decidedBy, :decidedAt, :candidates,
    :asOf, 1)
