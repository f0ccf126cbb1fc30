-- The narrow, hot half of a contact: where the thread stands and who holds it. Everything a release
-- or a hand-out decides by is on this row, so that neither has to read a wide one.

create type conversation_status as enum
    ('needs_message', 'messaged', 'needs_response', 'convo', 'closed');

create table conversation (
    organization_id bigint              not null,
    id              bigint              not null,
    campaign_id     bigint              not null,
    assigned_to     bigint,
    released_from   bigint,
    waiting_since   timestamptz,
    held_since      timestamptz,
    idle_since      timestamptz         generated always as (greatest(waiting_since, held_since)) stored,
    draft_edited_at timestamptz,
    lease_epoch     integer             not null default 0,
    status          conversation_status not null default 'needs_message',
    time_zone_id    smallint            references time_zone (id),
    opted_out       boolean             not null default false,
    escalated       boolean             not null default false,
    primary key (organization_id, id),
    foreign key (organization_id, id) references contact (organization_id, id) on delete cascade,
    foreign key (organization_id, campaign_id) references campaign (organization_id, id),
    foreign key (organization_id, assigned_to) references member (organization_id, id),
    check ((assigned_to is null) or (held_since is not null)),
    check (status <> 'needs_response' or waiting_since is not null)
) with (
    fillfactor = 70,
    autovacuum_vacuum_scale_factor = 0.02,
    autovacuum_analyze_scale_factor = 0.02,
    autovacuum_vacuum_cost_delay = 0
);
comment on column conversation.id is 'the contact''s id: one thread a contact';
comment on column conversation.released_from is
    'who lost it at its last release; stays when somebody else takes it, so that a late text of theirs is known';
comment on column conversation.waiting_since is
    'the earliest inbound message after the last outbound one; null when nothing came in since';
comment on column conversation.held_since is
    'when the present holder got it or last acted on it; kept when it is released, so that a release touches no index but the holder''s';
comment on column conversation.idle_since is 'where the idle clock starts';
comment on column conversation.draft_edited_at is 'when its holder last typed; composing grace hangs on it';
comment on column conversation.lease_epoch is 'grows at every change of holder; fences sends from an old page';
comment on column conversation.time_zone_id is 'the contact''s own zone; null = the campaign''s';
comment on column conversation.escalated is 'carries at least one escalation tag';

-- What may be released: walked by campaign and deadline. It names no holder.
create index conversation_idle on conversation (campaign_id, idle_since)
    where status = 'needs_response';

-- What may be handed out, longest waiting first.
create index conversation_pool on conversation (organization_id, waiting_since, id)
    where status = 'needs_response' and assigned_to is null;

-- What a texter holds, and what waits for each texter.
create index conversation_holder on conversation (organization_id, assigned_to, campaign_id)
    where assigned_to is not null;

-- Initials that are still to be sent, for the counts by campaign.
create index conversation_unsent on conversation (campaign_id)
    where status = 'needs_message';
