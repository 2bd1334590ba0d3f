-- May a build keep so much in memory, and by one process alone? Several at once are not safe in pgvector before 0.8.2.
SELECT set_config('maintenance_work_mem', :memory, false) AS memory,
       set_config('max_parallel_maintenance_workers', '0', false) AS processes
