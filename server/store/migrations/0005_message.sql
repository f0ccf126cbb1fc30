-- What was said, what is on its way out, and what came in from the carrier.

create table sending_number (
    organization_id bigint not null references organization (id),
    number          text   not null check (number ~ '^\+[1-9][0-9]{6,14}$'),
    service         text   not null check (service in ('simulated', 'twilio')),
    primary key (organization_id, number),
    unique (number)
);
comment on table sending_number is 'the numbers an organization texts from; inbound messages find their organization by it';

create type message_direction as enum ('inbound', 'outbound');

create table message (
    organization_id bigint            not null,
    id              bigint            not null generated always as identity,
    conversation_id bigint            not null,
    direction       message_direction not null,
    body            text              not null,
    own_number      text              not null,
    sent_by         bigint,
    created_at      timestamptz       not null default now(),
    primary key (organization_id, id),
    foreign key (organization_id, conversation_id) references contact (organization_id, id) on delete cascade,
    foreign key (organization_id, sent_by) references member (organization_id, id),
    check (sent_by is null or direction = 'outbound')
);
comment on column message.own_number is 'our number on this message: sender of outbound ones, addressee of inbound ones';

create index message_thread on message (organization_id, conversation_id, id);

create type outbox_state as enum ('queued', 'sending', 'sent', 'failed');

create table outbox (
    organization_id bigint       not null,
    message_id      bigint       not null,
    state           outbox_state not null default 'queued',
    attempts        smallint     not null default 0,
    next_attempt_at timestamptz  not null default now(),
    service_sid     text,
    last_error      text,
    primary key (organization_id, message_id),
    foreign key (organization_id, message_id) references message (organization_id, id) on delete cascade
);
comment on column outbox.next_attempt_at is
    'queued: not before this; sending: the moment at which whoever took it is taken for dead';
comment on column outbox.service_sid is 'the message service''s own id of the message';

create index outbox_due on outbox (next_attempt_at) where state in ('queued', 'sending');

create table inbound (
    organization_id bigint      not null references organization (id),
    service         text        not null,
    service_sid     text        not null,
    from_cell       text        not null,
    to_number       text        not null,
    body            text        not null,
    message_id      bigint,
    received_at     timestamptz not null default now(),
    primary key (organization_id, service, service_sid),
    foreign key (organization_id, message_id) references message (organization_id, id) on delete set null (message_id)
);
comment on table inbound is 'every message as the carrier gave it; its key is what makes a repeated delivery write nothing';
comment on column inbound.message_id is 'null: it matched no conversation';

create index inbound_unmatched on inbound (organization_id, received_at) where message_id is null;

create table draft (
    organization_id bigint      not null,
    conversation_id bigint      not null,
    member_id       bigint      not null,
    body            text        not null check (length(body) between 1 and 2000),
    edited_at       timestamptz not null,
    primary key (organization_id, conversation_id, member_id),
    foreign key (organization_id, conversation_id) references contact (organization_id, id) on delete cascade,
    foreign key (organization_id, member_id) references member (organization_id, id)
);
comment on table draft is 'what a texter typed and has not sent; it outlives the loss of the conversation';
