-- A team that is deleted takes its pool along, but not the record of what was requested from it.

alter table assignment_request
    alter column pool_id drop not null,
    drop constraint assignment_request_organization_id_pool_id_fkey,
    add foreign key (organization_id, pool_id) references pool (organization_id, id) on delete set null (pool_id),
    add check (state <> 'pending' or pool_id is not null);

comment on column assignment_request.pool_id is 'null: its team was deleted since, and nothing of it is pending';
