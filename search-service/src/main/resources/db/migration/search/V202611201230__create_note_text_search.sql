-- English stems and stop words; accents are folded first, so that "cafe" finds "Café".
CREATE TEXT SEARCH CONFIGURATION note (COPY = pg_catalog.english);

ALTER TEXT SEARCH CONFIGURATION note
    ALTER MAPPING FOR hword, hword_part, word WITH extensions.unaccent, pg_catalog.english_stem;
