-- without pg_monitor the states are hidden, the number of connections is not
SELECT datname, 'unknown' AS state, numbackends AS count, NULL::float8 AS max_tx_duration
FROM pg_catalog.pg_stat_database WHERE datname IS NOT NULL
