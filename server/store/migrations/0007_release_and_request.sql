-- How conversations change hands: releases, requests, and the append-only record of both.

create type release_scope as enum ('everywhere', 'campaign', 'automatic', 'texter');
create type release_state as enum ('running', 'finished', 'failed');

create table release (
    organization_id           bigint        not null references organization (id),
    id                        bigint        not null generated always as identity,
    scope                     release_scope not null,
    campaign_id               bigint,
    actor_id                  bigint,
    interval_minutes          integer       not null check (interval_minutes between 5 and 10080),
    include_team_restricted   boolean       not null,
    only_within_texting_hours boolean       not null,
    include_auto_assign_off   boolean       not null,
    clock                     timestamptz   not null,
    state                     release_state not null default 'running',
    conversations             integer       not null default 0 check (conversations >= 0),
    campaigns                 integer       not null default 0 check (campaigns >= 0),
    left_out                  jsonb         not null default '{}',
    started_at                timestamptz   not null default now(),
    finished_at               timestamptz,
    primary key (organization_id, id),
    foreign key (organization_id, campaign_id) references campaign (organization_id, id),
    foreign key (organization_id, actor_id) references member (organization_id, id),
    check ((scope = 'everywhere') = (campaign_id is null) or scope = 'texter'),
    check ((state = 'running') = (finished_at is null))
);
comment on column release.clock is 'the one moment that every batch of this release measures idleness against';
comment on column release.actor_id is 'null for automatic releases';
comment on column release.conversations is 'rows changed so far; the sum over its assignment events';
comment on column release.left_out is 'idle conversations that were left alone when it started: reason → count';

create table pool (
    organization_id bigint  not null references organization (id),
    id              bigint  not null generated always as identity,
    title           text    not null check (length(btrim(title)) between 1 and 100),
    enabled         boolean not null default true,
    max_per_request integer not null default 25 check (max_per_request between 1 and 1000),
    primary key (organization_id, id),
    unique (organization_id, title)
);
comment on table pool is 'where texters draw replies from; every organization has General';

create table assignment_request (
    organization_id bigint      not null,
    id              bigint      not null generated always as identity,
    pool_id         bigint      not null,
    member_id       bigint      not null,
    wanted          integer     not null check (wanted >= 1),
    assigned        integer     not null check (assigned between 0 and wanted),
    created_at      timestamptz not null,
    primary key (organization_id, id),
    foreign key (organization_id, pool_id) references pool (organization_id, id),
    foreign key (organization_id, member_id) references member (organization_id, id)
);
comment on column assignment_request.assigned is 'how many it got; less than wanted = that was all there was';

create index assignment_request_latest on assignment_request (organization_id, member_id, id desc);

create type assignment_reason as enum ('released', 'requested', 'taken_back');

create table assignment_event (
    organization_id  bigint            not null,
    id               bigint            not null generated always as identity,
    reason           assignment_reason not null,
    conversation_ids bigint[]          not null,
    previous_holders bigint[]          not null,
    lease_epochs     integer[]         not null,
    new_holder       bigint,
    actor_id         bigint,
    release_id       bigint,
    request_id       bigint,
    happened_at      timestamptz       not null,
    primary key (organization_id, id),
    foreign key (organization_id, new_holder) references member (organization_id, id),
    foreign key (organization_id, release_id) references release (organization_id, id),
    foreign key (organization_id, request_id) references assignment_request (organization_id, id),
    check (cardinality(conversation_ids) >= 1),
    check (cardinality(conversation_ids) = cardinality(previous_holders)),
    check (cardinality(conversation_ids) = cardinality(lease_epochs)),
    check ((reason = 'released') = (new_holder is null))
);
comment on table assignment_event is
    'append-only: who had them, who has them, why. One row a batch, its arrays in step: a row a conversation costs a release a quarter of its speed';
comment on column assignment_event.previous_holders is 'elements are null where nobody held it';
comment on column assignment_event.lease_epochs is 'the epoch that the change gave each conversation';

create index assignment_event_release on assignment_event (organization_id, release_id) where release_id is not null;
