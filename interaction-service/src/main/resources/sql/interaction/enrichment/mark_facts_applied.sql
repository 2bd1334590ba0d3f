-- The facts of a locked note count from now on, with the day and place they give it. Streams hear of it when that is
-- news.
UPDATE interaction
SET facts_applied = true,
    occurred_on = :occurredOn,
    occurred_on_source = :occurredOnSource,
    location = :location,
    location_source = :locationSource,
    provider = coalesce(:provider, provider),
    model = coalesce(:model, model),
    enrichment_updated_at =
        CASE WHEN :changed OR NOT facts_applied THEN clock_timestamp() ELSE enrichment_updated_at END
WHERE user_id = :userId AND id = :id
