-- Releases of one campaign, by the engine and by texters: what each took, how far it is, and its undo.

alter table release
    add column kind                release_kind not null default 'replies',
    add column undoes_id           bigint,
    add column group_id            bigint,
    add column expected            integer      not null default 0 check (expected >= 0),
    add column kept                integer      not null default 0 check (kept >= 0),
    add column cancel_requested_at timestamptz,
    alter column interval_minutes drop not null,
    add foreign key (organization_id, undoes_id) references release (organization_id, id),
    add check (interval_minutes is not null or scope = 'texter'),
    add check (actor_id is not null or scope = 'automatic');

comment on column release.kind is
    'replies: contacts who wait for an answer; unsent: initials that were handed out and not sent';
comment on column release.undoes_id is
    'the release that this one took back; conversations counts what was given back, kept what was not: taken, answered or closed meanwhile';
comment on column release.group_id is
    'automatic ones: the first of the same hour, under which the history shows them; null = stands for itself';
comment on column release.expected is
    'how many qualified when it started: what its progress is measured against';
comment on column release.interval_minutes is
    'null: a texter who gives back their own replies waits for nothing';

-- A release is undone once.
create unique index release_undone_once on release (organization_id, undoes_id)
    where undoes_id is not null;

create index release_group on release (organization_id, group_id, id)
    where group_id is not null;

-- The history, a row a group: a page of it is walked, not sorted.
create index release_history on release (organization_id, coalesce(group_id, id));

-- What runs, which has not finished, and what ended just now.
create index release_recent on release (organization_id, finished_at);

-- The last automatic release of a campaign, and the claim of the next one.
create index release_automatic on release (organization_id, campaign_id, id)
    where scope = 'automatic';
