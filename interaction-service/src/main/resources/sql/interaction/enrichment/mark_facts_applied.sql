-- The facts of a locked note count from now on, with the day and place they give it.
UPDATE interaction
SET facts_applied = true,
    occurred_on = :occurredOn,
    occurred_on_source = :occurredOnSource,
    location = :location,
    location_source = :locationSource,
    provider = coalesce(:provider, provider),
    model = coalesce(:model, model),
    enrichment_updated_at = clock_timestamp()
WHERE user_id = :userId AND id = :id
