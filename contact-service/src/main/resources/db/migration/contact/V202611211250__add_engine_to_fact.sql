-- Which engine read the fact out of its note; null for what was typed, and for what was read before this column.
ALTER TABLE fact ADD COLUMN provider text;
ALTER TABLE fact ADD COLUMN model text;
ALTER TABLE fact ADD CONSTRAINT fact_engine CHECK ((provider IS NULL) = (model IS NULL));
