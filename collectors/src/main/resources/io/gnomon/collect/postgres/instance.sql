SELECT current_setting('server_version_num')::int AS version_num,
       EXTRACT(EPOCH FROM pg_postmaster_start_time())::float8 AS start_time_seconds,
       current_user AS role,
       (SELECT extversion FROM pg_catalog.pg_extension WHERE extname = 'pg_stat_statements') AS pgss_version,
       (SELECT n.nspname FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
         WHERE e.extname = 'pg_stat_statements') AS pgss_schema,
       pg_has_role(current_user, 'pg_read_all_stats', 'USAGE') AS sees_all_stats
