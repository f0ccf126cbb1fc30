-- How many conversations an undo could not give back because their texter may not hold them any more.

alter table release
    add column kept_escalated integer not null default 0;

comment on column release.kept_escalated is
    'of an undo: how many of those in kept carry an escalation tag that the teams of their texter do not hold; while it runs, how many so far';
