SELECT d.datname, m.mode, COALESCE(l.count, 0) AS count
FROM (VALUES ('accesssharelock'), ('rowsharelock'), ('rowexclusivelock'), ('shareupdateexclusivelock'), ('sharelock'),
             ('sharerowexclusivelock'), ('exclusivelock'), ('accessexclusivelock'), ('sireadlock')) AS m(mode)
CROSS JOIN pg_catalog.pg_database d
LEFT JOIN (SELECT database, lower(mode) AS mode, count(*) AS count FROM pg_catalog.pg_locks
           WHERE database IS NOT NULL GROUP BY 1, 2) l ON l.database = d.oid AND l.mode = m.mode
WHERE d.datallowconn AND NOT d.datistemplate
