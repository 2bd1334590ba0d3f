-- Replaces everything about a fact but where it comes from.
UPDATE fact
   SET contact_id = :contactId,
       member_id = :memberId,
       interaction_version = :interactionVersion,
       subject = :subject,
       said = :said,
       value = CAST(:value AS jsonb),
       quote = :quote,
       quote_start = :quoteStart,
       quote_end = :quoteEnd,
       provider = :provider,
       model = :model,
       confidence = :confidence,
       status = :status,
       sure = :sure,
       state = :state,
       decided_by = :decidedBy,
       decided_at = :decidedAt,
       candidates = :candidates,
       as_of = :asOf,
       version = version + 1
 WHERE user_id = :userId
   AND id = :id
