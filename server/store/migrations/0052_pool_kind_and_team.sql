-- A pool hands out replies or initials, and belongs to a team or is General.

create type pool_kind as enum ('replies', 'initials');

alter table pool
    add column kind    pool_kind not null default 'replies',
    add column team_id bigint,
    alter column title drop not null,
    add foreign key (organization_id, team_id) references team (organization_id, id) on delete cascade,
    add unique (organization_id, team_id),
    add check ((team_id is null) = (title is not null));

comment on table pool is 'where texters draw from: General, and one for each team';
comment on column pool.kind is 'one request is never filled with both';
comment on column pool.team_id is 'null = General';
comment on column pool.title is 'General''s own; a team''s pool is called as its team';

create unique index pool_general on pool (organization_id) where team_id is null;
