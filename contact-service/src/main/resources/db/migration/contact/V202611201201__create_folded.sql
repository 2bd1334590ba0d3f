-- Names are compared without case, accents and punctuation. unaccent() is only STABLE because its dictionary could be
-- changed; ours never is, so the wrapper may promise more and serve generated columns.
CREATE FUNCTION folded(name text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN trim(regexp_replace(lower(extensions.unaccent('extensions.unaccent'::regdictionary, name)), '[[:punct:][:space:]]+', ' ', 'g'));
