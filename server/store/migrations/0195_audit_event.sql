-- Who administered what, when and from where: what owners read. The program only ever adds to it.
--
-- What an event names is written down as it was called then, and has no foreign keys: the log outlives it, and no change
-- waits for a lock on whoever made it.
create table audit_event (
    organization_id bigint      not null references organization (id),
    at              timestamptz not null,
    id              bigint      not null generated always as identity,
    actor_id        bigint,
    address         inet,
    action          text        not null check (action ~ '^[a-z_]{1,60}$'),
    subject_kind    text        not null,
    subject_id      bigint,
    subject         text,
    detail          text        not null default '',
    -- Pages of the log and of its days are ranges of it.
    primary key (organization_id, at, id)
);
comment on column audit_event.actor_id is 'a member; null: somebody at the command line';
comment on column audit_event.address is 'null: not known, or that of a proxy';
comment on column audit_event.subject is 'what it was called then; null: it has no name';

-- The same ranges of a person, and of an action.
create index audit_event_by_actor on audit_event (organization_id, actor_id, at, id);
create index audit_event_by_action on audit_event (organization_id, action, at, id);
