SELECT current_setting('max_connections')::float8 AS max_connections,
       current_setting('superuser_reserved_connections')::float8 AS superuser_reserved_connections,
       pg_size_bytes(current_setting('shared_buffers'))::float8 AS shared_buffers_bytes
