-- {schema}, {toplevel} and {time} depend on where the extension lives and on its version; false leaves out the texts
SELECT s.dbid::bigint AS dbid, s.userid::bigint AS userid, s.queryid, {toplevel} AS toplevel,
       d.datname, pg_catalog.pg_get_userbyid(s.userid) AS "user", s.calls, s.{time} / 1000.0 AS seconds, s.rows
FROM {schema}.pg_stat_statements(false) s JOIN pg_catalog.pg_database d ON d.oid = s.dbid
WHERE s.queryid IS NOT NULL
