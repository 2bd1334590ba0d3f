-- Which of these indexes are complete? Until the end of the transaction they are searched this thoroughly, by a plan that knows the
-- account: one for all accounts could use none of them. Of each 200 vectors one is looked at in its turn: in a graph of
-- 400,000 a search goes astray that ends as soon as it has enough.
SELECT ARRAY(
           SELECT CAST(index.relname AS text)
           FROM pg_class AS index
           JOIN pg_namespace AS space ON space.oid = index.relnamespace
           JOIN pg_index ON pg_index.indexrelid = index.oid
           WHERE space.nspname = current_schema()
             AND index.relname = ANY(CAST(:names AS text[]))
             AND pg_index.indisvalid) AS complete,
       set_config('search.nearest', CAST((
           SELECT coalesce(max(CAST(index.reltuples AS bigint)) / 200, 0)
           FROM pg_class AS index
           JOIN pg_namespace AS space ON space.oid = index.relnamespace
           WHERE space.nspname = current_schema() AND index.relname = ANY(CAST(:names AS text[]))) AS text), true) AS nearest,
       set_config('plan_cache_mode', 'force_custom_plan', true) AS plan,
       set_config('enable_sort', 'off', true) AS sort,
       set_config('hnsw.ef_search', :candidates, true) AS candidates,
       set_config('hnsw.iterative_scan', 'relaxed_order', true) AS iteration,
       set_config('hnsw.max_scan_tuples', :furthest, true) AS furthest,
       set_config('hnsw.scan_mem_multiplier', '4', true) AS memory
