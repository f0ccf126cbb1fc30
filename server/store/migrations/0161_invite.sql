-- Links by which people join an organization. Unlike that of a session, the token is kept readable: admins see a link
-- again for as long as it is valid.
create table invite (
    organization_id bigint         not null references organization (id),
    id              bigint         not null generated always as identity,
    token           text           not null check (token ~ '^[A-Za-z0-9_-]{22,64}$'),
    role            member_role    not null check (role <> 'suspended'),
    approval_level  approval_level,
    max_uses        integer        check (max_uses between 1 and 10000),
    uses            integer        not null default 0 check (uses >= 0),
    created_by      bigint,
    created_at      timestamptz    not null,
    expires_at      timestamptz    not null check (expires_at > created_at),
    revoked_at      timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, created_by) references member (organization_id, id),
    unique (token),
    check (uses <= max_uses)
);
comment on column invite.approval_level is
    'null: the organization''s default at that moment; whoever decides on requests needs nobody''s approval';
comment on column invite.max_uses is 'null: without limit';
comment on column invite.created_by is 'null: made on the command line';

create table invite_team (
    organization_id bigint not null,
    invite_id       bigint not null,
    team_id         bigint not null,
    primary key (organization_id, invite_id, team_id),
    foreign key (organization_id, invite_id) references invite (organization_id, id) on delete cascade,
    foreign key (organization_id, team_id) references team (organization_id, id) on delete cascade
);
comment on table invite_team is 'the teams that who joins is put on; one that is deleted is simply not joined';

create index invite_team_invites on invite_team (organization_id, team_id);
create index invite_made_by on invite (organization_id, created_by);
