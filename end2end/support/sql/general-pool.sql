-- The pool from which all texters may request. data: { organization }. Says its id.

select id from pool where organization_id = (:'data'::jsonb ->> 'organization')::bigint and team_id is null;
