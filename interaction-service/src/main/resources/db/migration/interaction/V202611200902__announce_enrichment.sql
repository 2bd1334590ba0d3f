-- Tells every replica which note's enrichment has changed: ids only, since any role may listen to a channel.
CREATE FUNCTION announce_enrichment() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog
AS $$
BEGIN
    PERFORM pg_notify('interaction_enrichment', NEW.user_id || ' ' || NEW.id);
    RETURN NULL;
END
$$;

CREATE TRIGGER interaction_recorded
    AFTER INSERT ON interaction
    FOR EACH ROW EXECUTE FUNCTION announce_enrichment();

CREATE TRIGGER interaction_enrichment_changed
    AFTER UPDATE ON interaction
    FOR EACH ROW
    WHEN (OLD.enrichment_updated_at IS DISTINCT FROM NEW.enrichment_updated_at)
    EXECUTE FUNCTION announce_enrichment();
